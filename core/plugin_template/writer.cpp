#include "writer.hpp"

#include "lines.hpp"

namespace sdk = annexkit::sdk;

namespace {

// What is read back is text, which the host takes for what the field wants. Whatever else it was is lost.
bool loses_its_kind(const annexkit_value& value, std::uint32_t wanted) {
    if (value.kind == ANNEXKIT_JSON) return true;
    if (value.kind == ANNEXKIT_NUMBER || value.kind == ANNEXKIT_BOOLEAN) return value.kind != wanted;
    return value.kind == ANNEXKIT_TEXT && (wanted == ANNEXKIT_NUMBER || wanted == ANNEXKIT_BOOLEAN);
}

annexkit_status write_value(annexkit_text name, const annexkit_value& value, std::uint32_t wanted, std::int32_t field,
                            sdk::Output& output) {
    if (value.kind == ANNEXKIT_ABSENT) return ANNEXKIT_OK;
    append_field(sdk::view(name), value, output);
    if (!loses_its_kind(value, wanted)) return ANNEXKIT_OK;
    return output.report({.rule = "loss.kind", .field = field}, {{sdk::text("name"), name}});
}

annexkit_status write_named(std::span<const annexkit_named_value> members, sdk::Output& output) {
    for (const auto& [name, value] : members)
        if (const auto status = write_value(name, value, ANNEXKIT_TEXT, -1, output); status != ANNEXKIT_OK)
            return status;
    return ANNEXKIT_OK;
}

} // namespace

Writer::Writer(const sdk::OpenRequest& request) : fields_(request.fields()) {}

annexkit_status Writer::begin(std::span<const annexkit_named_value> head, sdk::Output& output) {
    if (head.empty()) return ANNEXKIT_OK;
    output.append(annex_heading);
    output.append('\n');
    const auto status = write_named(head, output);
    if (status == ANNEXKIT_OK) output.append('\n');
    return status;
}

annexkit_status Writer::write(const annexkit_record& record, sdk::Output& output) const {
    output.append(initiative_heading);
    output.append('\n');
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const auto& field = fields_[i];
        const auto status = write_value(field.name, record.values[i], field.kind, static_cast<std::int32_t>(i), output);
        if (status != ANNEXKIT_OK) return status;
    }
    const auto status = write_named({record.unknown, record.unknown_count}, output);
    if (status == ANNEXKIT_OK) output.append('\n');
    return status;
}
