// SPDX-License-Identifier: Apache-2.0
#include "pipeline/plugin_call.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <cstring>

namespace annexkit {

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
    sink_.fits = [](void* host, std::int32_t field, annexkit_text text) {
        std::int32_t fits = -1;
        guarded(host, [&](ImportHost& self) {
            fits = self.fits(field, sdk::view(text));
            return annexkit_status{ANNEXKIT_OK};
        });
        return fits;
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
        try {
            static_cast<OutputBuffer*>(output->host)->make_room(more);
            return ANNEXKIT_OK;
        } catch (const std::bad_alloc&) {
            return ANNEXKIT_NO_MEMORY;
        }
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

void OutputBuffer::make_room(std::size_t more) {
    bytes_.truncate(table_.size);
    table_.data = bytes_.room(more) - table_.size;
    table_.capacity = bytes_.capacity();
}

void OutputBuffer::append(std::string_view more) {
    if (more.empty()) return;
    if (table_.capacity - table_.size < more.size()) make_room(more.size());
    std::memcpy(table_.data + table_.size, more.data(), more.size());
    table_.size += more.size();
}

void OutputBuffer::exchange(Bytes& other) {
    bytes_.truncate(table_.size);
    bytes_.swap(other);
    table_.data = bytes_.data();
    table_.capacity = bytes_.capacity();
    table_.size = 0;
}

} // namespace annexkit
