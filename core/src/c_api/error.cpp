// SPDX-License-Identifier: Apache-2.0
#include "messages/error.hpp"
#include "c_api/guard.hpp"

#include <exception>
#include <memory>

namespace annexkit::c_api {
namespace {

// Told without memory, so its sentences are not in it.
annexkit_error no_memory{ANNEXKIT_ERROR_MEMORY, {}, {}};

std::int32_t kind_of(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::usage: return ANNEXKIT_ERROR_USAGE;
    case ErrorKind::schema: return ANNEXKIT_ERROR_SCHEMA;
    case ErrorKind::input: return ANNEXKIT_ERROR_INPUT;
    case ErrorKind::plugin: return ANNEXKIT_ERROR_PLUGIN;
    case ErrorKind::output: return ANNEXKIT_ERROR_OUTPUT;
    case ErrorKind::cancelled: return ANNEXKIT_ERROR_CANCELLED;
    }
    return ANNEXKIT_ERROR_DEFECT;
}

annexkit_error* make(std::int32_t kind, const Error& error) {
    return std::make_unique<annexkit_error>(
               annexkit_error{kind, error.in(Language::english), error.in(Language::french)})
        .release();
}

annexkit_error* defect(const char* reason) noexcept {
    try {
        return make(ANNEXKIT_ERROR_DEFECT,
                    make_error(ErrorKind::usage, "program.unexpected", {{"reason", reason}, {"reason_fr", reason}}));
    } catch (...) {
        return &no_memory;
    }
}

} // namespace

annexkit_error* to_c(const Error& error) noexcept {
    try {
        return make(kind_of(error.kind), error);
    } catch (...) {
        return &no_memory;
    }
}

annexkit_error* to_c_from_exception() noexcept {
    try {
        throw;
    } catch (const std::bad_alloc&) {
        return &no_memory;
    } catch (const std::exception& error) {
        return defect(error.what());
    } catch (...) {
        return defect("an exception of an unknown type");
    }
}

Error wrong_number(const char* argument, std::int64_t value) {
    return make_error(ErrorKind::usage, "c.number", {{"argument", argument}, {"count", std::to_string(value)}});
}

Error wrong_size(std::size_t size, std::size_t least) {
    return make_error(ErrorKind::usage, "c.size", {{"size", std::to_string(size)}, {"least", std::to_string(least)}});
}

Error newer_member(std::size_t size, std::size_t known) {
    return make_error(ErrorKind::usage, "c.newer", {{"size", std::to_string(size)}, {"least", std::to_string(known)}});
}

Error no_pointer(const char* argument) { return make_error(ErrorKind::usage, "c.null", {{"argument", argument}}); }

} // namespace annexkit::c_api

using namespace annexkit::c_api;

std::int32_t annexkit_error_kind(const annexkit_error* error) {
    return error == nullptr ? std::int32_t{ANNEXKIT_ERROR_NONE} : error->kind;
}

const char* annexkit_error_message(const annexkit_error* error, std::int32_t language) {
    const bool french = language == ANNEXKIT_FRENCH;
    if (error == nullptr) return "";
    if (error == &no_memory) return french ? "mémoire insuffisante" : "out of memory";
    return (french ? error->french : error->english).message.c_str();
}

const char* annexkit_error_hint(const annexkit_error* error, std::int32_t language) {
    if (error == nullptr) return "";
    return (language == ANNEXKIT_FRENCH ? error->french : error->english).hint.c_str();
}

void annexkit_error_free(annexkit_error* error) {
    if (error != &no_memory) delete error;
}
