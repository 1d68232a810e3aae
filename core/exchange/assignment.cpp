#include "exchange/assignment.h"

#include "base/suggest.h"
#include "layers/layer_spec.h"
#include "network/blocks.h"
#include "network/edits.h"

namespace perceptarium::exchange {
namespace {

using Names = std::vector<std::string>;

Names namesOf(const std::vector<SettingSpec>& specs, const std::string& prefix = {}) {
    Names names;
    for (const SettingSpec& spec : specs) names.push_back(prefix + spec.name);
    return names;
}

/// A choice that is not there gets a suggestion; everything else is said by the setting's own check.
Result<SettingValue> valueOf(const SettingSpec& spec, const std::string& key, const std::string& text) {
    if (spec.kind == SettingKind::Choice &&
        std::find(spec.choices.begin(), spec.choices.end(), text) == spec.choices.end())
        return Error{"there is no such choice", key, expectedOneOf(text, spec.choices), text};
    auto value = parseSetting(spec, text);
    if (value) return value;
    Error error = value.error();
    error.where = key;
    return error;
}

Error noSuchSetting(const std::string& what, const std::string& key, const Names& names) {
    return {what, key, expectedOneOf(key, names), key};
}

Status assignTraining(project::Document& document, const std::string& key, const std::string& text) {
    const SettingSpec* spec = findSetting(train::trainSettingSpecs(), key);
    if (!spec) {
        Names names = namesOf(train::trainSettingSpecs());
        for (const auto& part : train::trainParts())
            for (const std::string& name : namesOf(part.specs(document.training.*part.id), part.name + "."))
                names.push_back(name);
        return noSuchSetting("there is no such training setting", key, names);
    }
    return train::change(document.training, key, PC_TRY(valueOf(*spec, key, text)));
}

Status assignPart(project::Document& document, const train::TrainPart& part, const std::string& key,
                  const std::string& name, const std::string& text) {
    const std::string& id = document.training.*part.id;
    const auto& specs = part.specs(id);
    const SettingSpec* spec = findSetting(specs, name);
    if (!spec)
        return noSuchSetting("the " + part.name + " " + id + " has no such setting", key,
                             namesOf(specs, part.name + "."));
    Status done = train::changePart(document.training, part, name, PC_TRY(valueOf(*spec, key, text)));
    if (done) return done;
    Error error = done.error();
    error.where = key;
    return error;
}

Status assignNode(project::Document& document, const std::string& nodeName, const std::string& key,
                  const std::string& name, const std::string& text) {
    Names names;
    for (const auto& [id, node] : document.graph.nodes()) {
        names.push_back(node.name);
        if (node.name != nodeName) continue;
        const network::SpecPtr layer = network::specOf(document.graph, node.layer);
        if (!layer) return Error{"this node's layer is not known here", key, {}, node.layer};
        const SettingSpec* spec = findSetting(layer->settings, name);
        if (!spec)
            return noSuchSetting("this " + layer->title + " has no such setting", key,
                                 namesOf(layer->settings, nodeName + "."));
        return network::changeSetting(document.graph, id, name, PC_TRY(valueOf(*spec, key, text)));
    }
    for (const auto& part : train::trainParts()) names.push_back(part.name);
    return Error{"there is no node of this name, and nothing of training either", key, expectedOneOf(nodeName, names),
                 nodeName};
}

}  // namespace

Status assign(project::Document& document, const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        return Error{"this sets nothing", text, "KEY=VALUE, as in optimizer=adamw or conv1.filters=16", {}};
    const std::string key = text.substr(0, equals), value = text.substr(equals + 1);
    const auto dot = key.rfind('.');
    if (dot == std::string::npos) return assignTraining(document, key, value);
    const std::string whose = key.substr(0, dot), name = key.substr(dot + 1);
    if (const train::TrainPart* part = train::findTrainPart(whose))
        return assignPart(document, *part, key, name, value);
    return assignNode(document, whose, key, name, value);
}

}  // namespace perceptarium::exchange
