// Fuzz target of decoding, splitting and numbering of words.
#include "data/readers/words.h"
#include "data/text_dataset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace perceptarium;
    const std::string raw(reinterpret_cast<const char*>(bytes), size);
    data::splitWords(data::lowerCase(raw));  // ill-formed text must not lead out of bounds either
    const auto decoded = data::decodeText(raw, "fuzzed");
    if (!decoded) return 0;
    if (data::decodeText(decoded->text, "again")->wasLatin1) std::abort();  // what comes out is UTF-8
    data::Texts texts;
    texts.classes = {"a", "b"};
    for (const auto line : data::splitLines(decoded->text)) {
        texts.labels.push_back(static_cast<std::int32_t>(texts.texts.size() % 2));
        texts.texts.emplace_back(line);
    }
    data::TextSettings settings;
    settings.length = 8;
    settings.words = 20;
    const auto set = data::makeTextDataset(texts, settings, {});
    if (!set) return 0;
    Tensor x, y;
    const std::int64_t first[] = {0};
    if (!(*set)->read(first, x, y)) std::abort();
    for (const auto id : x.values<std::int32_t>())
        if (id < 0 || id >= (*set)->info().input.vocabulary) std::abort();
    return 0;
}
