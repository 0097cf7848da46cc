// SPDX-License-Identifier: Apache-2.0
#include "pipeline/plugin_call.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <utility>

namespace annexkit {
namespace {} // namespace

template <class Work> annexkit_status ImportHost::guarded(void* host, Work&& work) noexcept {
    auto& self = *static_cast<ImportHost*>(host);
    try {
        return work(self);
    } catch (...) {
        self.thrown_ = std::current_exception();
        return ANNEXKIT_STOP;
    }
}

ImportHost::ImportHost() {
    sink_.struct_size = sizeof sink_;
    sink_.host = this;
    sink_.resolve = [](void* host, annexkit_text name) {
        std::int32_t target = ANNEXKIT_NAME_UNKNOWN;
        guarded(host, [&](ImportHost& self) {
            target = self.resolve(sdk::view(name));
            return annexkit_status{ANNEXKIT_OK};
        });
        return target;
    };
    sink_.columns = [](void* host, const annexkit_column* columns, std::size_t count, std::uint64_t row,
                       std::int32_t* targets) {
        return guarded(host, [&](ImportHost& self) { return self.columns({columns, count}, row, targets); });
    };
    sink_.head = [](void* host, const annexkit_named_value* members, const annexkit_place* places, std::size_t count) {
        return guarded(host, [&](ImportHost& self) { return self.head({members, count}, places); });
    };
    sink_.record = [](void* host, const annexkit_record* record) {
        return guarded(host, [&](ImportHost& self) { return self.record(*record); });
    };
    sink_.finding = [](void* host, const annexkit_finding* finding) {
        return guarded(host, [&](ImportHost& self) { return self.finding(*finding); });
    };
}

OutputBuffer::OutputBuffer() {
    table_.struct_size = sizeof table_;
    table_.host = this;
    table_.reserve = [](annexkit_output* output, std::size_t more) -> annexkit_status {
        if (more > std::numeric_limits<std::size_t>::max() / 2 - output->size) return ANNEXKIT_NO_MEMORY;
        const std::size_t capacity = std::max({output->size + more, 2 * output->capacity, std::size_t{4096}});
        void* data = std::realloc(output->data, capacity);
        if (data == nullptr) return ANNEXKIT_NO_MEMORY;
        output->data = static_cast<char*>(data);
        output->capacity = capacity;
        return ANNEXKIT_OK;
    };
    table_.finding = [](annexkit_output* output, const annexkit_finding* finding) -> annexkit_status {
        auto& self = *static_cast<OutputBuffer*>(output->host);
        if (self.listener_ == nullptr) return ANNEXKIT_OK;
        try {
            return self.listener_->loss(*finding);
        } catch (...) {
            self.thrown_ = std::current_exception();
            return ANNEXKIT_STOP;
        }
    };
}

OutputBuffer::~OutputBuffer() { std::free(table_.data); }

void OutputBuffer::append(std::string_view more) {
    if (more.empty()) return;
    if (table_.capacity - table_.size < more.size() && table_.reserve(&table_, more.size()) != ANNEXKIT_OK)
        throw std::bad_alloc();
    std::memcpy(table_.data + table_.size, more.data(), more.size());
    table_.size += more.size();
}

} // namespace annexkit
