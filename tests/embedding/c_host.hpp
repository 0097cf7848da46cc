// SPDX-License-Identifier: Apache-2.0
// The C API with handles that free themselves.
#pragma once

#include "engine.hpp"

#include <annexkit/annexkit.h>

#include <memory>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace embedding {

template <class Handle, void (*free)(Handle*)> struct Freeing {
    void operator()(Handle* handle) const { free(handle); }
};
template <class Handle, void (*free)(Handle*)> using Owned = std::unique_ptr<Handle, Freeing<Handle, free>>;

using CEngine = Owned<annexkit_engine, annexkit_engine_free>;
using CJob = Owned<annexkit_job, annexkit_job_free>;
using CRecords = Owned<annexkit_records, annexkit_records_free>;
using CFindings = Owned<annexkit_findings, annexkit_findings_free>;
using CError = Owned<annexkit_error, annexkit_error_free>;

inline std::string_view view(annexkit_text text) { return {text.data, text.size}; }

/// The message of an error, which is freed; empty where there is none.
inline std::string message_of(annexkit_error* error, int language = ANNEXKIT_ENGLISH) {
    const CError owned(error);
    return annexkit_error_message(error, language);
}
inline int kind_of(annexkit_error* error) {
    const CError owned(error);
    return annexkit_error_kind(error);
}
inline void succeed(annexkit_error* error) { REQUIRE(message_of(error).empty()); }

inline CEngine c_engine() {
    annexkit_engine* engine = nullptr;
    succeed(annexkit_engine_new(&engine));
    CEngine owned(engine);
    succeed(annexkit_engine_add_plugin_folder(engine, ANNEXKIT_PLUGINS));
    succeed(annexkit_engine_add_schema_folder(engine, (source_folder() / "schemas").c_str()));
    return owned;
}

inline CJob c_job(const CEngine& engine) {
    annexkit_job* job = nullptr;
    succeed(annexkit_job_new(engine.get(), &job));
    return CJob(job);
}

inline CFindings c_findings() {
    annexkit_findings* findings = nullptr;
    succeed(annexkit_findings_new(&findings));
    return CFindings(findings);
}

inline std::string sample(const std::string& name) { return (source_folder() / "samples" / name).string(); }

template <class Struct> Struct sized() {
    Struct made{};
    made.struct_size = sizeof made;
    return made;
}

} // namespace embedding
