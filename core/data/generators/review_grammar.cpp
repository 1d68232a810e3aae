#include "data/generators/review_grammar.h"

#include <span>
#include <string>
#include <string_view>

namespace perceptarium::data {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kGood[] = {"good",      "great",      "wonderful",  "charming",  "moving",   "funny",
                                      "clever",    "gripping",   "brilliant",  "beautiful", "warm",     "fresh",
                                      "touching",  "delightful", "superb",     "witty",     "honest",   "graceful",
                                      "thrilling", "sharp",      "lively",     "rich",      "haunting", "memorable",
                                      "inspired",  "tender",     "convincing", "elegant",   "playful",  "sincere"};
constexpr std::string_view kBad[] = {"bad",      "dull",        "awful",     "clumsy",      "boring", "silly",
                                     "tedious",  "shallow",     "flat",      "predictable", "noisy",  "tired",
                                     "lifeless", "messy",       "pointless", "forced",      "bland",  "hollow",
                                     "sloppy",   "stale",       "confusing", "cold",        "lazy",   "annoying",
                                     "dreadful", "pretentious", "wooden",    "forgettable", "ugly",   "muddled"};
constexpr std::string_view kParts[] = {"story",     "plot",       "acting",     "script",      "music",
                                       "ending",    "dialogue",   "cast",       "camera work", "pace",
                                       "direction", "lead actor", "opening",    "second half", "humour",
                                       "romance",   "villain",    "soundtrack", "editing",     "first act"};
constexpr std::string_view kWholes[] = {"film",     "movie",  "picture", "comedy", "drama",
                                        "thriller", "sequel", "debut",   "remake", "tale"};
constexpr std::string_view kStrong[] = {"very", "really", "truly", "utterly", "absolutely", "simply", "thoroughly"};
constexpr std::string_view kWeak[] = {"rather", "somewhat", "slightly", "sometimes", "faintly", "mildly"};
constexpr std::string_view kLove[] = {"loved", "enjoyed", "adored", "admired", "liked"};
constexpr std::string_view kHate[] = {"hated", "disliked", "regretted", "endured", "loathed"};
constexpr std::string_view kDenials[] = {"not", "never", "hardly", "anything but", "far from", "by no means"};
constexpr std::string_view kPraise[] = {
    "i would watch it again", "do not miss it",      "it stayed with me for days", "it deserves every prize",
    "the audience cheered",   "i left with a smile", "see it while you can",       "it is worth every minute"};
constexpr std::string_view kBlame[] = {
    "i would not watch it again", "you should miss it",      "it was gone from my mind in an hour",
    "it deserves no prize",       "the audience walked out", "i left with a headache",
    "wait for something else",    "it wastes every minute"};
constexpr std::string_view kAside[] = {"i saw it on a {day} with my {friend}",
                                       "it runs for about two hours",
                                       "the cinema was half full",
                                       "it is set in a small town by the {place}",
                                       "my {friend} chose it",
                                       "the director comes from the theatre",
                                       "we sat in the third row",
                                       "it was filmed in {month} near the {place}",
                                       "the tickets were sold at the door",
                                       "it follows a {job} and a {job}",
                                       "the book came out last {month}",
                                       "there is a {job} in it who looks like my {friend}"};
constexpr std::string_view kDay[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view kFriend[] = {"brother", "sister", "neighbour", "mother",
                                        "father",  "cousin", "colleague", "teacher"};
constexpr std::string_view kPlace[] = {"sea", "river", "border", "mountains", "harbour", "lake"};
constexpr std::string_view kMonth[] = {"january", "march", "april", "june", "august", "october", "december"};
constexpr std::string_view kJob[] = {"baker", "sailor", "lawyer", "painter", "farmer",
                                     "nurse", "pilot",  "clerk",  "spy",     "gardener"};

std::string pick(Words words, Random& random) { return std::string(words[random.below(words.size())]); }
bool chance(double probability, Random& random) { return random.uniform() < probability; }

std::string describing(bool positive, Random& random) { return pick(positive ? Words(kGood) : Words(kBad), random); }

/// An adjective, perhaps strengthened or weakened.
std::string shaded(bool positive, Random& random, bool hedged) {
    std::string shade;
    if (hedged && chance(0.7, random)) shade = pick(kWeak, random) + " ";
    if (!hedged && chance(0.4, random)) shade = pick(kStrong, random) + " ";
    return shade + describing(positive, random);
}

std::string withArticle(const std::string& words) {
    const bool vowel =
        std::string_view("aeiou").find(words[0]) != std::string_view::npos || words.starts_with("honest");
    return (vowel ? "an " : "a ") + words;
}

/// One opinion. Denied ones say the opposite word: "the plot was hardly clever".
std::string opinion(bool positive, Random& random, bool hedged) {
    const std::string part = pick(kParts, random), whole = pick(kWholes, random);
    const std::string was = chance(0.7, random) ? " was " : chance(0.5, random) ? " is " : " felt ";
    if (!hedged && chance(0.06, random)) {
        if (chance(0.3, random))
            return "i never " + pick(positive ? Words(kHate) : Words(kLove), random) + " the " + part;
        return "the " + part + was + pick(kDenials, random) + " " + describing(!positive, random);
    }
    switch (random.below(7)) {
        case 0:
            return "i " + pick(positive ? Words(kLove) : Words(kHate), random) + " the " + part;
        case 1:
            return "what " + withArticle(shaded(positive, random, hedged)) + " " + whole;
        case 2:
            return "it is " + withArticle(shaded(positive, random, hedged)) + " " + whole + " with " +
                   withArticle(describing(positive, random)) + " " + part;
        case 3:
            return "the " + part + " and the " + pick(kParts, random) + " are " + shaded(positive, random, hedged);
        default:
            return "the " + part + was + shaded(positive, random, hedged);
    }
}

/// Both sides are named; the construction says which one counts.
std::string concession(bool positive, Random& random) {
    const std::string counts = opinion(positive, random, false), yields = opinion(!positive, random, true);
    switch (random.below(4)) {
        case 0:
            return yields + " , but " + counts;
        case 1:
            return "although " + yields + " , " + counts;
        case 2:
            return counts + " , even though " + yields;
        default:
            return "yes , " + yields + " ; still , " + counts;
    }
}

std::string aside(Random& random) {
    std::string text = pick(kAside, random);
    const auto fill = [&](std::string_view slot, Words words) {
        for (auto at = text.find(slot); at != std::string::npos; at = text.find(slot))
            text.replace(at, slot.size(), pick(words, random));
    };
    fill("{day}", kDay);
    fill("{friend}", kFriend);
    fill("{place}", kPlace);
    fill("{month}", kMonth);
    fill("{job}", kJob);
    return text;
}

}  // namespace

std::string writeReview(bool positive, Random& random) {
    std::string text;
    const auto say = [&](const std::string& sentence) {
        text += (text.empty() ? "" : " ") + sentence + (chance(0.1, random) ? " !" : " .");
    };
    if (chance(0.4, random)) say(aside(random));
    const bool torn = chance(0.12, random);
    say(torn ? concession(positive, random) : opinion(positive, random, false));
    if (chance(torn ? 0.5 : 0.35, random)) say(opinion(positive, random, false));
    if (chance(0.3, random)) say(aside(random));
    if (chance(0.15, random)) say(pick(positive ? Words(kPraise) : Words(kBlame), random));
    return text;
}

}  // namespace perceptarium::data
