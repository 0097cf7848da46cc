// SPDX-License-Identifier: Apache-2.0
#include "namespaces.hpp"

namespace annexkit::xml {

Scope::Scope() { declare("xml", xml_namespace, 0); }

std::optional<Scope::Namespace> Scope::find(std::string_view prefix) const {
    if (!bindings_.empty())
        if (const auto found = bindings_.find(prefix); found != bindings_.end() && !found->second.empty())
            return found->second.back();
    if (outer_ != nullptr) return outer_->find(prefix);
    return prefix.empty() ? std::optional<Namespace>(nullptr) : std::nullopt;
}

bool Scope::is_own(std::string_view prefix) const {
    const auto found = find(prefix);
    if (!found) return false;
    return *found == nullptr ? !root_has_namespace() : **found == own_namespace;
}

void Scope::take_root(std::string_view prefix) {
    const auto found = find(prefix);
    root_has_namespace_ = found && *found != nullptr && **found == own_namespace;
}

bool Scope::root_has_namespace() const {
    return outer_ != nullptr ? outer_->root_has_namespace() : root_has_namespace_;
}

Scope::Namespace Scope::known(std::string_view name) const {
    if (const auto found = names_.find(name); found != names_.end()) return &*found;
    return outer_ == nullptr ? nullptr : outer_->known(name);
}

void Scope::declare(std::string_view prefix, std::string_view name, std::size_t depth) {
    Namespace declared = nullptr;
    if (!name.empty()) declared = known(name);
    if (!name.empty() && declared == nullptr) declared = &*names_.emplace(name).first;
    auto binding = bindings_.find(prefix);
    if (binding == bindings_.end()) binding = bindings_.emplace(prefix, std::vector<Namespace>()).first;
    binding->second.push_back(declared);
    declared_.push_back({depth, binding});
}

bool Scope::leave(std::size_t depth) {
    bool left = false;
    while (!declared_.empty() && declared_.back().depth >= depth) {
        declared_.back().prefix->second.pop_back();
        declared_.pop_back();
        left = true;
    }
    return left;
}

} // namespace annexkit::xml
