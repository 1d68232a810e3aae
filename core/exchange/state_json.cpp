#include "exchange/state_json.h"

#include <fmt/format.h>

#include <cmath>

#include "exchange/byte_reader.h"
#include "exchange/json_fields.h"
#include "exchange/json_text.h"
#include "base/suggest.h"

namespace perceptarium::exchange {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int kStateFormat = 2;
constexpr std::int64_t kLargestExample = std::int64_t{1} << 31;  ///< numbers in one example
const Names kForms{"picture", "row", "point", "text"};            // by InputForm
const Names kTargets{"class", "number"};                          // by TargetKind
const Names kKinds{"f32", "f64", "i32"};                          // by DType

/// JSON has no NaN and no infinity, but a loss may be either.
ordered_json numberJson(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return value;
}

ordered_json metricsJson(const std::map<std::string, double>& metrics) {
    ordered_json result = ordered_json::object();
    for (const auto& [name, value] : metrics) result[name] = numberJson(value);
    return result;
}

ordered_json epochJson(const train::EpochRecord& record) {
    ordered_json result{{"epoch", record.epoch},
                        {"step", record.step},
                        {"seconds", numberJson(record.seconds)},
                        {"samplesPerSecond", numberJson(record.samplesPerSecond)},
                        {"train", metricsJson(record.train)}};
    if (record.dev) result["dev"] = metricsJson(*record.dev);
    if (record.test) result["test"] = metricsJson(*record.test);
    return result;
}

ordered_json infoJson(const data::DatasetInfo& info) {
    const auto extents = info.input.shape.extents();
    ordered_json result{{"name", info.name},
            {"form", kForms[static_cast<std::size_t>(info.form)]},
            {"shape", std::vector<std::int64_t>(extents.begin(), extents.end())},
            {"kind", nameOf(info.input.dtype)},
            {"words", info.input.vocabulary},
            {"size", info.size},
            {"target", kTargets[static_cast<std::size_t>(info.target)]},
            {"classes", info.classes},
            {"targets", info.targets},
            {"features", info.features},
            {"notes", info.notes},
            {"vocabulary", info.vocabulary}};
    if (info.standardizeTargets) result["standardizeTargets"] = true;
    if (!info.fills.empty()) result["fills"] = info.fills;
    if (!info.columns.empty()) result["columns"] = info.columns;
    if (!info.targetColumn.empty()) result["targetColumn"] = info.targetColumn;
    return result;
}

class Reader : JsonFields {
public:
    using JsonFields::JsonFields;

    Result<project::Trained> trained(const json& root) const {
        Names fields{"format", "step", "epoch", "batch", "seed", "seconds", "knobs", "counters", "epochSums", "epochs",
                     "marks", "data"};
        // The first format had two knobs, by name, and no counters.
        const bool first = root.is_object() && root.contains("format") && root["format"] == 1;
        if (first) fields = {"format", "step", "epoch", "batch", "seed", "seconds", "learningRate", "l2", "epochSums",
                             "epochs", "marks", "data"};
        Names known = fields;
        known.insert(known.end(), {"targetScaling", "classCounts"});
        PC_TRY(object(root, "", known));
        for (const auto& field : fields)
            if (!root.contains(field)) return error("", "a field is missing", field, {});
        if (!first && root["format"] != kStateFormat)
            return error("/format", "this project was written by a newer version of Perceptarium",
                         std::to_string(kStateFormat), shortJson(root["format"]));
        project::Trained trained;
        train::State& state = trained.state;
        state.step = PC_TRY(count(root["step"], "/step", 0));
        state.epoch = PC_TRY(count(root["epoch"], "/epoch", 0));
        state.batch = PC_TRY(count(root["batch"], "/batch", 0));
        state.seed = PC_TRY(seed(root["seed"], "/seed"));
        state.seconds = PC_TRY(real(root["seconds"], "/seconds"));
        std::map<std::string, double> knobs;
        if (first) {
            knobs["learningRate"] = PC_TRY(real(root["learningRate"], "/learningRate"));
            knobs["l2"] = PC_TRY(real(root["l2"], "/l2"));
        } else {
            knobs = PC_TRY(metrics(root["knobs"], "/knobs"));
            state.counters = PC_TRY(metrics(root["counters"], "/counters"));
        }
        for (const train::Knob& knob : train::allKnobs())
            if (const auto found = knobs.find(knob.name); found != knobs.end()) state.knobs.*knob.value = found->second;
        state.epochSums = PC_TRY(metrics(root["epochSums"], "/epochSums"));
        trained.epochs = PC_TRY(list<train::EpochRecord>(root["epochs"], "/epochs", &Reader::epoch));
        trained.marks = PC_TRY(list<train::Mark>(root["marks"], "/marks", &Reader::mark));
        trained.info = PC_TRY(info(root["data"]));
        if (root.contains("targetScaling"))
            trained.targetScaling = PC_TRY(targetScaling(root["targetScaling"], trained.info));
        if (root.contains("classCounts"))
            for (const double one : PC_TRY(numbers(root["classCounts"], "/classCounts", trained.info.classes.size()))) {
                if (one < 0 || one > 1e15) return error("/classCounts", "no count", "0 or more", fmt::format("{}", one));
                trained.classCounts.push_back(static_cast<std::int64_t>(one));
            }
        return trained;
    }

private:
    Result<double> real(const json& value, const std::string& pointer) const {
        if (value == "nan") return std::nan("");
        if (value == "inf") return HUGE_VAL;
        if (value == "-inf") return -HUGE_VAL;
        if (!value.is_number()) return error(pointer, "not a number", "a number", shortJson(value));
        return value.get<double>();
    }
    Result<std::map<std::string, double>> metrics(const json& value, const std::string& pointer) const {
        if (!value.is_object()) return error(pointer, "not an object", "{…}", shortJson(value));
        std::map<std::string, double> metrics;
        for (const auto& [name, number] : value.items()) metrics[name] = PC_TRY(real(number, pointer + "/" + name));
        return metrics;
    }
    template <class T>
    Result<std::vector<T>> list(const json& value, const std::string& pointer,
                                Result<T> (Reader::*read)(const json&, const std::string&) const) const {
        if (!value.is_array()) return error(pointer, "not a list", "[…]", shortJson(value));
        std::vector<T> items;
        for (std::size_t i = 0; i < value.size(); ++i)
            items.push_back(PC_TRY((this->*read)(value[i], pointer + "/" + std::to_string(i))));
        return items;
    }
    Result<train::EpochRecord> epoch(const json& value, const std::string& at) const {
        PC_TRY(object(value, at, {"epoch", "step", "seconds", "samplesPerSecond", "train", "dev", "test"}));
        for (const char* field : {"epoch", "step", "seconds", "samplesPerSecond", "train"})
            if (!value.contains(field)) return error(at, "a field is missing", field, {});
        train::EpochRecord record;
        record.epoch = PC_TRY(count(value["epoch"], at + "/epoch", 0));
        record.step = PC_TRY(count(value["step"], at + "/step", 0));
        record.seconds = PC_TRY(real(value["seconds"], at + "/seconds"));
        record.samplesPerSecond = PC_TRY(real(value["samplesPerSecond"], at + "/samplesPerSecond"));
        record.train = PC_TRY(metrics(value["train"], at + "/train"));
        if (value.contains("dev")) record.dev = PC_TRY(metrics(value["dev"], at + "/dev"));
        if (value.contains("test")) record.test = PC_TRY(metrics(value["test"], at + "/test"));
        return record;
    }
    Result<train::Mark> mark(const json& value, const std::string& at) const {
        PC_TRY(object(value, at, {"step", "what"}));
        if (value.size() != 2) return error(at, "a field is missing", "step and what", {});
        train::Mark mark;
        mark.step = PC_TRY(count(value["step"], at + "/step", 0));
        mark.what = PC_TRY(text(value["what"], at + "/what"));
        return mark;
    }
    /// Exactly `length` finite numbers.
    Result<std::vector<double>> numbers(const json& value, const std::string& pointer, std::size_t length) const {
        if (!value.is_array() || value.size() != length)
            return error(pointer, "not a list of numbers", std::to_string(length) + " numbers", shortJson(value));
        std::vector<double> numbers;
        for (const auto& one : value) {
            if (!one.is_number() || !std::isfinite(one.get<double>()))
                return error(pointer, "not a number", "a number", shortJson(one));
            numbers.push_back(one.get<double>());
        }
        return numbers;
    }
    Result<data::TargetScaling> targetScaling(const json& value, const data::DatasetInfo& info) const {
        const std::string at = "/targetScaling";
        PC_TRY(object(value, at, {"mean", "deviation"}));
        if (value.size() != 2) return error(at, "a field is missing", "mean and deviation", {});
        data::TargetScaling scaling{PC_TRY(numbers(value["mean"], at + "/mean", info.targets.size())),
                                    PC_TRY(numbers(value["deviation"], at + "/deviation", info.targets.size()))};
        for (const double deviation : scaling.deviation)
            if (!(deviation > 0)) return error(at + "/deviation", "no deviation", "above 0", fmt::format("{}", deviation));
        return scaling;
    }
    /// Which of `words` it is.
    Result<std::size_t> oneOf(const json& value, const std::string& pointer, const Names& words) const {
        const std::string word = PC_TRY(text(value, pointer));
        for (std::size_t i = 0; i < words.size(); ++i)
            if (words[i] == word) return i;
        return error(pointer, "there is no such kind", expectedOneOf(word, words), word);
    }
    Result<data::DatasetInfo> info(const json& value) const {
        const Names fields{"name",   "form",    "shape",   "kind",     "words", "size",
                           "target", "classes", "targets", "features", "notes", "vocabulary"};
        Names known = fields;  // files that were saved before tables kept these do without
        for (const char* later : {"standardizeTargets", "fills", "columns", "targetColumn"}) known.push_back(later);
        PC_TRY(object(value, "/data", known));
        for (const auto& field : fields)
            if (!value.contains(field)) return error("/data", "a field is missing", field, {});
        data::DatasetInfo info;
        info.name = PC_TRY(text(value["name"], "/data/name"));
        info.form = static_cast<data::InputForm>(PC_TRY(oneOf(value["form"], "/data/form", kForms)));
        info.input.dtype = static_cast<DType>(PC_TRY(oneOf(value["kind"], "/data/kind", kKinds)));
        info.target = static_cast<data::TargetKind>(PC_TRY(oneOf(value["target"], "/data/target", kTargets)));
        info.input.vocabulary = PC_TRY(count(value["words"], "/data/words", 0));
        info.size = PC_TRY(count(value["size"], "/data/size", 0));
        const json& shape = value["shape"];
        if (!shape.is_array() || shape.size() > Shape::kMaximumRank - 1)
            return error("/data/shape", "not a shape", "a short list of sizes", shortJson(shape));
        std::vector<std::int64_t> extents;
        for (const auto& extent : shape) extents.push_back(PC_TRY(count(extent, "/data/shape", 1, kLargestExample)));
        if (!boundedSize(extents, 1, kLargestExample))
            return error("/data/shape", "too large", std::to_string(kLargestExample) + " numbers at most", shortJson(shape));
        info.input.shape = Shape(extents);
        info.classes = PC_TRY(texts(value["classes"], "/data/classes"));
        info.targets = PC_TRY(texts(value["targets"], "/data/targets"));
        info.features = PC_TRY(texts(value["features"], "/data/features"));
        info.notes = PC_TRY(texts(value["notes"], "/data/notes"));
        info.vocabulary = PC_TRY(texts(value["vocabulary"], "/data/vocabulary"));
        if (value.contains("standardizeTargets"))
            info.standardizeTargets = PC_TRY(yesNo(value["standardizeTargets"], "/data/standardizeTargets"));
        if (value.contains("fills"))
            for (const double fill : PC_TRY(numbers(value["fills"], "/data/fills", info.features.size())))
                info.fills.push_back(static_cast<float>(fill));
        if (value.contains("columns")) info.columns = PC_TRY(texts(value["columns"], "/data/columns"));
        if (value.contains("targetColumn")) info.targetColumn = PC_TRY(text(value["targetColumn"], "/data/targetColumn"));
        return info;
    }
};

}  // namespace

std::string stateText(const project::Trained& trained) {
    const train::State& state = trained.state;
    std::map<std::string, double> knobs;
    for (const train::Knob& knob : train::allKnobs()) knobs[knob.name] = state.knobs.*knob.value;
    ordered_json root{{"format", kStateFormat},
                      {"step", state.step},
                      {"epoch", state.epoch},
                      {"batch", state.batch},
                      {"seed", state.seed},
                      {"seconds", numberJson(state.seconds)},
                      {"knobs", metricsJson(knobs)},
                      {"counters", metricsJson(state.counters)},
                      {"epochSums", metricsJson(state.epochSums)},
                      {"epochs", ordered_json::array()},
                      {"marks", ordered_json::array()},
                      {"data", infoJson(trained.info)}};
    if (!trained.targetScaling.identity())
        root["targetScaling"] = {{"mean", trained.targetScaling.mean}, {"deviation", trained.targetScaling.deviation}};
    if (!trained.classCounts.empty()) root["classCounts"] = trained.classCounts;
    for (const auto& record : trained.epochs) root["epochs"].push_back(epochJson(record));
    for (const auto& mark : trained.marks) root["marks"].push_back(ordered_json{{"step", mark.step}, {"what", mark.what}});
    return jsonText(root);
}

Result<project::Trained> stateFromText(std::string_view text, const std::string& where) {
    JsonLines lines;
    const json root = PC_TRY(readJson(text, where, 8, &lines));
    return Reader(where, lines).trained(root);
}

}  // namespace perceptarium::exchange
