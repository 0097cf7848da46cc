// SPDX-License-Identifier: Apache-2.0
// The digest of an annex: the same whatever format it is in.
#pragma once

#include <annexkit/export.h>
#include <annexkit/job.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>

#include <string>

namespace annexkit {

struct AnnexDigest {
    Summary summary;
    /// SHA-256 of the initiatives in their canonical form (CONTRIBUTING.md), in 64 hexadecimal digits. Empty where not
    /// all of them could be read and written whole.
    std::string sha256;
};

/// Reads an annex and gives its digest, valid or not. `job.output` and `job.on_invalid` are not used. Format ndjson
/// writes the initiatives; its findings on the annex head, which no digest covers, are not reported.
///
/// Memory, threads and errors: as run() for a job. ErrorKind::usage where the registry has no format ndjson.
ANNEXKIT_API Result<AnnexDigest> digest(const Registry& registry, Job job);

} // namespace annexkit
