// SPDX-License-Identifier: Apache-2.0
// An engine as C holds it; jobs, records and streams keep what it knows.
#pragma once

#include <annexkit/annexkit.h>
#include <annexkit/registry.hpp>
#include <annexkit/schema.hpp>

#include <memory>

namespace annexkit::c_api {

struct Engine {
    Registry registry;
    SchemaFolders schemas{{}};
};

} // namespace annexkit::c_api

struct annexkit_engine {
    std::shared_ptr<annexkit::c_api::Engine> shared;
};
