// SPDX-License-Identifier: Apache-2.0
// Writing: what the host does around open, begin, write, separator and end.
#include "contract.hpp"

#include <algorithm>
#include <utility>

namespace drive {

namespace sdk = annexkit::sdk;

Room::Room(const annexkit_format& format, const WriteSettings& settings, Writing& to)
    : format_(format), settings_(settings), to_(to), findings_before_(to.findings.size()) {
    table_.struct_size = sizeof table_;
    table_.host = this;
    table_.reserve = [](annexkit_output* output, std::size_t more) {
        return static_cast<Room*>(output->host)->reserve(more);
    };
    table_.finding = [](annexkit_output* output, const annexkit_finding* finding) {
        return static_cast<Room*>(output->host)->finding(*finding);
    };
}

annexkit_status Room::reserve(std::size_t more) {
    return within_border(breach_, [&]() -> annexkit_status {
        if (refused_) throw Breach("it goes on asking for room after the host refused");
        if (table_.size > table_.capacity) throw Breach("it writes past its room");
        if (to_.rooms++ == settings_.refused_room) {
            refused_ = ANNEXKIT_NO_MEMORY;
            return *refused_;
        }
        const std::size_t wanted = table_.size + more;
        const std::size_t capacity = settings_.exact_room ? wanted : std::max(wanted, 2 * table_.capacity);
        std::unique_ptr<char[]> memory(new char[capacity]);
        std::copy_n(memory_.get(), table_.size, memory.get());
        memory_ = std::move(memory);
        table_.data = memory_.get();
        table_.capacity = capacity;
        return ANNEXKIT_OK;
    });
}

annexkit_status Room::finding(const annexkit_finding& finding) {
    return within_border(breach_, [&]() -> annexkit_status {
        if (refused_) throw Breach("it goes on reporting after the host refused");
        if (to_.reports++ == settings_.refusal.at) {
            refused_ = settings_.refusal.status;
            return *refused_;
        }
        to_.findings.push_back(own(format_, finding, 0, 0));
        const std::string& rule = to_.findings.back().rule;
        if (!rule.starts_with("loss.")) throw Breach("an exporter reports " + rule + ", which is no loss");
        return ANNEXKIT_OK;
    });
}

void Room::end(const char* function, annexkit_status status) const {
    if (!breach_.empty()) throw Breach(breach_);
    if (table_.size > table_.capacity) throw Breach("it writes past its room");
    check({function, status, refused_, to_.findings.size() > findings_before_});
    // What a call that failed leaves behind is dropped.
    if (status == ANNEXKIT_OK && !is_utf8(bytes())) throw Breach(std::string(function) + " writes what is no UTF-8");
    to_.status = status;
}

namespace {

// What open is given: an exporter may report there, and nothing else.
struct OpenHost {
    const annexkit_format& format;
    Writing& to;
    std::string breach{};
    annexkit_sink sink{};

    OpenHost(const annexkit_format& owner, Writing& writing) : format(owner), to(writing) {
        sink.struct_size = sizeof sink;
        sink.host = this;
        sink.resolve = [](void*, annexkit_text) { return std::int32_t{ANNEXKIT_NAME_UNKNOWN}; };
        sink.columns = [](void*, const annexkit_column*, std::size_t, std::uint64_t, std::int32_t*) {
            return annexkit_status{ANNEXKIT_STOP};
        };
        sink.head = [](void*, const annexkit_named_value*, const annexkit_place*, std::size_t) {
            return annexkit_status{ANNEXKIT_STOP};
        };
        sink.record = [](void*, const annexkit_record*) { return annexkit_status{ANNEXKIT_STOP}; };
        sink.finding = [](void* self, const annexkit_finding* finding) {
            auto& host = *static_cast<OpenHost*>(self);
            return within_border(host.breach, [&]() -> annexkit_status {
                host.to.findings.push_back(own(host.format, *finding, 0, 0));
                return ANNEXKIT_OK;
            });
        };
    }
};

} // namespace

Export::Export(const annexkit_format& format, const WriteSettings& settings)
    : format_(format), settings_(settings), fields_(contract_fields(settings.fields)) {
    if (format.exporter == nullptr) throw std::invalid_argument("the format cannot be written");
    OpenHost host(format, opening_);
    const OpenRequest request(
        fields_, {settings.options, {format.export_options, format.export_option_count}, settings.lending}, host.sink);
    opening_.status = crossing("open", [&] { return format.exporter->open(request.table(), &writer_); });
    opened_ = opening_.status == ANNEXKIT_OK;
    if (!host.breach.empty()) throw Breach(host.breach);
    check({"open", opening_.status, std::nullopt, !opening_.findings.empty()});
}

Export::~Export() {
    try {
        close();
    } catch (const Breach&) {
        // Whoever wants to know calls close.
    }
}

void Export::close() {
    if (std::exchange(opened_, false)) crossing("close", [&] { format_.exporter->close(writer_); });
}

template <class Call> void Export::call(const char* function, Call&& call, Writing& to) const {
    Room room(format_, settings_, to);
    room.end(function, crossing(function, [&] { return call(room.table()); }));
    to.bytes += room.bytes();
    to.tail = room.bytes();
}

void Export::begin(const std::vector<Named>& head, Writing& to) {
    Lent lent(settings_.lending);
    const auto members = lent.named(head);
    call(
        "begin",
        [&](annexkit_output* output) {
            return format_.exporter->begin(writer_, members.data(), members.size(), output);
        },
        to);
}

void Export::write(const Record& record, Writing& to) const {
    Lent lent(settings_.lending);
    const auto values = lent.values(record.values);
    const auto unknown = lent.named(record.unknown);
    const annexkit_record table{sizeof table, values.data(), values.size(), unknown.data(), unknown.size(), {0, 0}, 0,
                                nullptr,      nullptr};
    call(
        "write", [&](annexkit_output* output) { return format_.exporter->write(writer_, &table, output); }, to);
}

void Export::end(std::uint64_t records, Writing& to) {
    call(
        "end", [&](annexkit_output* output) { return format_.exporter->end(writer_, records, output); }, to);
}

std::string_view Export::separator() const {
    const annexkit_text text = crossing("separator", [&] { return format_.exporter->separator(writer_); });
    if (text.data == nullptr && text.size > 0) throw Breach("the separator has a size and no data");
    return sdk::view(text);
}

Writing write(const annexkit_format& format, const std::vector<Named>& head, const std::vector<Record>& records,
              const WriteSettings& settings) {
    Export exporter(format, settings);
    Writing to = exporter.opening();
    if (to.status != ANNEXKIT_OK) return to;
    exporter.begin(head, to);
    for (std::size_t i = 0; i < records.size() && to.status == ANNEXKIT_OK; ++i) {
        if (i > 0) to.bytes += exporter.separator();
        exporter.write(records[i], to);
    }
    if (to.status == ANNEXKIT_OK) exporter.end(records.size(), to);
    exporter.close();
    return to;
}

} // namespace drive
