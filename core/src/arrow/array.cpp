// SPDX-License-Identifier: Apache-2.0
#include "arrow/array.hpp"

#include <utility>

namespace annexkit::arrow {
namespace {

// A reader may move a child out, which leaves it here without a release, and release the parent before it.
template <class Struct> void release_each(std::vector<Struct>& children) {
    for (auto& child : children)
        if (child.release != nullptr) child.release(&child);
}

/// What private_data points to. The children's addresses are those that the reader is given.
template <class Parts, class Struct> struct Owned {
    explicit Owned(Parts all) : parts(std::move(all)) {
        for (auto& child : parts.children) pointers.push_back(&child);
    }
    Parts parts;
    std::vector<Struct*> pointers;
};

template <class Parts, class Struct> void release(Struct* released) {
    delete static_cast<Owned<Parts, Struct>*>(released->private_data);
    released->release = nullptr;
}

} // namespace

ArrayParts::~ArrayParts() { release_each(children); }
SchemaParts::~SchemaParts() { release_each(children); }

ArrowArray exported_array(ArrayParts parts) {
    auto owned = std::make_unique<Owned<ArrayParts, ArrowArray>>(std::move(parts));
    ArrayParts& kept = owned->parts;
    ArrowArray array{};
    array.length = kept.length;
    array.null_count = kept.null_count;
    array.n_buffers = static_cast<std::int64_t>(kept.buffers.size());
    array.n_children = static_cast<std::int64_t>(kept.children.size());
    array.buffers = kept.buffers.data();
    array.children = owned->pointers.data();
    array.release = release<ArrayParts, ArrowArray>;
    array.private_data = owned.release();
    return array;
}

ArrowSchema exported_schema(SchemaParts parts) {
    auto owned = std::make_unique<Owned<SchemaParts, ArrowSchema>>(std::move(parts));
    SchemaParts& kept = owned->parts;
    ArrowSchema schema{};
    schema.format = kept.format;
    schema.name = kept.name.c_str();
    schema.flags = kept.flags;
    schema.n_children = static_cast<std::int64_t>(kept.children.size());
    schema.children = owned->pointers.data();
    schema.release = release<SchemaParts, ArrowSchema>;
    schema.private_data = owned.release();
    return schema;
}

} // namespace annexkit::arrow
