#include "train/checkpoint.h"

#include <cmath>

#include "data/hash.h"
#include "train/byte_cursor.h"

namespace perceptarium::train {
namespace {

constexpr std::string_view kMagic = "PCSTATE2";
constexpr std::string_view kFirstMagic = "PCSTATE1";  ///< two knobs without names, and nothing after the sums
constexpr std::uint32_t kLongestName = 4096;

std::uint64_t hashOf(std::string_view bytes) { return data::Hash().text(bytes).value(); }

void putName(std::string& bytes, const std::string& name) {
    putNumber(bytes, static_cast<std::uint32_t>(name.size()));
    bytes += name;
}

void putNumbers(std::string& bytes, const std::map<std::string, double>& numbers) {
    putNumber(bytes, static_cast<std::uint32_t>(numbers.size()));
    for (const auto& [name, value] : numbers) {
        putName(bytes, name);
        putNumber(bytes, value);
    }
}

void putTensors(std::string& bytes, const std::map<std::string, Tensor>& tensors) {
    putNumber(bytes, static_cast<std::uint32_t>(tensors.size()));
    for (const auto& [name, tensor] : tensors) {
        putName(bytes, name);
        putNumber(bytes, static_cast<std::uint8_t>(tensor.dtype()));
        putNumber(bytes, static_cast<std::uint8_t>(tensor.shape().rank()));
        for (const std::int64_t extent : tensor.shape().extents()) putNumber(bytes, extent);
        bytes.append(reinterpret_cast<const char*>(tensor.bytes()), tensor.byteSize());
    }
}

class Parser {
public:
    Parser(std::string_view bytes, const std::string& where, bool first) : cursor_(bytes), where_(where), first_(first) {}

    Error damaged(const std::string& expected, const std::string& found) const {
        return {"the checkpoint is damaged at byte " + std::to_string(cursor_.position()), where_, expected, found};
    }
    Error tooShort(const std::string& expected) const {
        return damaged(expected, std::to_string(cursor_.left()) + " bytes left");
    }

    template <class T>
    Status number(T& value, const char* what) {
        const auto read = cursor_.number<T>();
        if (!read) return tooShort(what);
        value = *read;
        return {};
    }

    Result<std::string> name() {
        std::uint32_t size = 0;
        PC_TRY(number(size, "the length of a name"));
        if (size > kLongestName)
            return damaged("a name of at most " + std::to_string(kLongestName) + " bytes", std::to_string(size));
        const auto text = cursor_.take(size);
        if (!text) return tooShort("a name of " + std::to_string(size) + " bytes");
        return std::string(*text);
    }

    Result<Tensor> tensor(const std::string& name) {
        std::uint8_t kind = 0, rank = 0;
        PC_TRY(number(kind, "the kind of a tensor"));
        PC_TRY(number(rank, "the rank of a tensor"));
        if (kind > static_cast<std::uint8_t>(DType::I32)) return damaged("a kind of number", std::to_string(kind));
        if (rank > Shape::kMaximumRank)
            return damaged("at most " + std::to_string(Shape::kMaximumRank) + " axes", std::to_string(rank));
        const auto dtype = static_cast<DType>(kind);
        std::vector<std::int64_t> extents(rank);
        std::uint64_t size = sizeOf(dtype);
        for (std::int64_t& extent : extents) {
            PC_TRY(number(extent, "an extent"));
            // Compared with what is left before it is multiplied: nothing overflows, nothing is allocated in vain.
            if (extent < 0 || (extent > 0 && size > cursor_.left() / static_cast<std::uint64_t>(extent)))
                return damaged("the numbers of " + name, "an extent of " + std::to_string(extent));
            size *= static_cast<std::uint64_t>(extent);
        }
        const auto bytes = cursor_.take(size);
        if (!bytes) return tooShort(std::to_string(size) + " bytes of " + name);
        Tensor tensor = Tensor::empty(Shape(extents), dtype);
        if (size > 0) std::memcpy(tensor.bytes(), bytes->data(), bytes->size());
        return tensor;
    }

    Result<std::map<std::string, Tensor>> tensors() {
        std::uint32_t count = 0;
        PC_TRY(number(count, "a count of tensors"));
        std::map<std::string, Tensor> all;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::string called = PC_TRY(name());
            Tensor value = PC_TRY(tensor(called));
            if (!all.emplace(called, std::move(value)).second) return damaged("names that differ", called + " twice");
        }
        return all;
    }

    Result<std::map<std::string, double>> numbers(const char* what) {
        std::uint32_t count = 0;
        PC_TRY(number(count, "a count of numbers"));
        std::map<std::string, double> all;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::string called = PC_TRY(name());
            double value = 0;
            PC_TRY(number(value, what));
            if (!all.emplace(called, value).second) return damaged("names that differ", called + " twice");
        }
        return all;
    }

    Result<State> state() {
        State state;
        for (std::int64_t* place : {&state.step, &state.epoch, &state.batch}) {
            PC_TRY(number(*place, "a place in training"));
            if (*place < 0) return damaged("a place from 0", std::to_string(*place));
        }
        PC_TRY(number(state.seed, "the seed"));
        PC_TRY(number(state.seconds, "the time"));
        std::map<std::string, double> knobs;
        if (first_) {
            PC_TRY(number(knobs["learningRate"], "the learning rate"));
            PC_TRY(number(knobs["l2"], "the L2 penalty"));
        } else {
            knobs = PC_TRY(numbers("a knob"));
        }
        knobs["seconds"] = state.seconds;
        for (const auto& [called, value] : knobs)
            if (!std::isfinite(value)) return damaged("a finite number", std::to_string(value));
        for (const Knob& knob : allKnobs())
            if (const auto found = knobs.find(knob.name); found != knobs.end()) state.knobs.*knob.value = found->second;
        state.parameters = PC_TRY(tensors());
        state.optimizer = PC_TRY(tensors());
        state.epochSums = PC_TRY(numbers("a sum"));
        if (!first_) {
            state.counters = PC_TRY(numbers("a counter"));
            state.other = PC_TRY(tensors());
        }
        if (cursor_.left() != 0) return damaged("the end", std::to_string(cursor_.left()) + " bytes more");
        return state;
    }

private:
    ByteCursor cursor_;
    const std::string& where_;
    bool first_;  ///< of the first format
};

}  // namespace

std::string checkpointBytes(const State& state) {
    std::string payload;
    for (const std::int64_t place : {state.step, state.epoch, state.batch}) putNumber(payload, place);
    putNumber(payload, state.seed);
    putNumber(payload, state.seconds);
    std::map<std::string, double> knobs;
    for (const Knob& knob : allKnobs()) knobs[knob.name] = state.knobs.*knob.value;
    putNumbers(payload, knobs);
    putTensors(payload, state.parameters);
    putTensors(payload, state.optimizer);
    putNumbers(payload, state.epochSums);
    putNumbers(payload, state.counters);
    putTensors(payload, state.other);
    std::string bytes(kMagic);
    bytes.reserve(kMagic.size() + 16 + payload.size());
    putNumber(bytes, static_cast<std::uint64_t>(payload.size()));
    putNumber(bytes, hashOf(payload));
    return bytes += payload;
}

Result<State> parseCheckpoint(std::string_view bytes, const std::string& where) {
    const bool first = bytes.starts_with(kFirstMagic);
    if (!first && !bytes.starts_with(kMagic))
        return Error{"this is not a checkpoint", where, std::string(kMagic) + " at the start",
                     std::to_string(bytes.size()) + " other bytes"};
    ByteCursor cursor(bytes.substr(kMagic.size()));
    const auto size = cursor.number<std::uint64_t>();
    const auto hash = cursor.number<std::uint64_t>();
    if (!size || !hash || *size != cursor.left())
        return Error{"the checkpoint is cut short or has grown", where,
                     size ? std::to_string(*size) + " bytes" : "a length", std::to_string(cursor.left()) + " bytes"};
    const std::string_view payload = *cursor.take(*size);
    if (hashOf(payload) != *hash) return Error{"the checkpoint is damaged", where, "bytes that fit their hash", "others"};
    return Parser(payload, where, first).state();
}

}  // namespace perceptarium::train
