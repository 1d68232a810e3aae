// A registry of declarations: filled while the library loads, never changed afterwards, read by everyone.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"

namespace perceptarium {

/// Spec needs `std::string id` and `int order`; all() is sorted by order, then id, whatever the link order was.
template <class Spec>
class Registry {
public:
    static Registry& instance() {
        static Registry registry;
        return registry;
    }

    void add(Spec spec) {
        CHECK(find(spec.id) == nullptr, "declared twice: " + spec.id);
        auto owned = std::make_unique<const Spec>(std::move(spec));
        const auto place = std::upper_bound(specs_.begin(), specs_.end(), owned.get(), [](const Spec* a, const Spec* b) {
            return a->order != b->order ? a->order < b->order : a->id < b->id;
        });
        specs_.insert(place, owned.get());
        owned_.push_back(std::move(owned));
    }

    /// nullptr if there is none with that id.
    const Spec* find(std::string_view id) const {
        for (const Spec* spec : specs_)
            if (spec->id == id) return spec;
        return nullptr;
    }

    const std::vector<const Spec*>& all() const { return specs_; }

    std::vector<std::string> ids() const {
        std::vector<std::string> names;
        for (const Spec* spec : specs_) names.push_back(spec->id);
        return names;
    }

private:
    std::vector<std::unique_ptr<const Spec>> owned_;
    std::vector<const Spec*> specs_;
};

/// A static of this type in a file declares one thing: `const Registered<LossSpec> mse{{ .id = … }};`
template <class Spec>
struct Registered {
    explicit Registered(Spec spec) { Registry<Spec>::instance().add(std::move(spec)); }
};

}  // namespace perceptarium
