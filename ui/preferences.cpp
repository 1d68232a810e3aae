#include "ui/preferences.h"

#include <QCoreApplication>
#include <QHash>
#include <QSettings>
#include <algorithm>

#include "base/check.h"
#include "data/limits.h"

namespace perceptarium::ui {
namespace {

using Kind = Preference::Kind;
namespace names = settings;

constexpr const char* kLooks = QT_TRANSLATE_NOOP("Preferences", "Appearance");
constexpr const char* kDrawing = QT_TRANSLATE_NOOP("Preferences", "Drawing");
constexpr const char* kFiles = QT_TRANSLATE_NOOP("Preferences", "Files");
constexpr const char* kTraining = QT_TRANSLATE_NOOP("Preferences", "Training");
constexpr int kMostThreads = 256, kLongestAutosave = 120, kMostDataGiB = 1024;
constexpr int kUsualDataGiB = static_cast<int>(data::limits::kUsualSetBytes / (1024 * data::limits::kMiB));

const Preference& declared(const char* name) {
    const auto& all = Preferences::all();
    const auto found = std::find_if(all.begin(), all.end(), [name](const auto& one) { return QLatin1String(one.name) == QLatin1String(name); });
    CHECK(found != all.end(), std::string("no preference is called ") + name);
    return *found;
}

bool makesSense(const Preference& preference, const QVariant& value) {
    switch (preference.kind) {
        case Kind::YesNo: return value.canConvert<bool>() && value.toString().size() <= 5;
        case Kind::Number: {
            bool isNumber = false;
            const int number = value.toString().toInt(&isNumber);  // 1e300 is no number of minutes
            return isNumber && number >= preference.minimum && number <= preference.maximum;
        }
        case Kind::Choice:
            return std::any_of(preference.options.begin(), preference.options.end(),
                               [&](const Preference::Option& option) { return value.toString() == QLatin1String(option.id); });
    }
    return false;
}

}  // namespace

QString Preference::words(const char* text) { return QCoreApplication::translate("Preferences", text); }

const std::vector<Preference>& Preferences::all() {
    static const std::vector<Preference> all{
        {names::kAppearance, Kind::Choice, kLooks, QT_TRANSLATE_NOOP("Preferences", "Theme"),
         QT_TRANSLATE_NOOP("Preferences", "Light, dark, or whatever the desktop has."), "system",
         {{"system", QT_TRANSLATE_NOOP("Preferences", "Like the system")},
          {"light", QT_TRANSLATE_NOOP("Preferences", "Light")},
          {"dark", QT_TRANSLATE_NOOP("Preferences", "Dark")}}},
        {names::kLanguage, Kind::Choice, kLooks, QT_TRANSLATE_NOOP("Preferences", "Language"),
         QT_TRANSLATE_NOOP("Preferences", "Takes effect when Perceptarium is started again."), "system",
         {{"system", QT_TRANSLATE_NOOP("Preferences", "Like the system")}, {"en", "English"}, {"de", "Deutsch"}}},
        {names::kAnimations, Kind::YesNo, kLooks, QT_TRANSLATE_NOOP("Preferences", "Moving panels"),
         QT_TRANSLATE_NOOP("Preferences", "Panels slide to their place instead of jumping there."), true, {}},
        {names::kWheel, Kind::Choice, kDrawing, QT_TRANSLATE_NOOP("Preferences", "Mouse wheel"),
         QT_TRANSLATE_NOOP("Preferences", "What the wheel does over the drawing; with Ctrl it does the other."), "scroll",
         {{"scroll", QT_TRANSLATE_NOOP("Preferences", "Scrolls")}, {"zoom", QT_TRANSLATE_NOOP("Preferences", "Zooms")}}},
        {names::kSnap, Kind::YesNo, kDrawing, QT_TRANSLATE_NOOP("Preferences", "Snap to grid"),
         QT_TRANSLATE_NOOP("Preferences", "Layers move in steps of the grid; Alt while dragging ignores it."), true, {}},
        {names::kMiniMap, Kind::YesNo, kDrawing, QT_TRANSLATE_NOOP("Preferences", "Mini-map"),
         QT_TRANSLATE_NOOP("Preferences", "The whole drawing in a corner of the canvas."), false, {}},
        {names::kPictures, Kind::Choice, kDrawing, QT_TRANSLATE_NOOP("Preferences", "Pictures on nodes"),
         QT_TRANSLATE_NOOP("Preferences", "Each layer shows what it makes of an example, or the filters that it has learned so far."),
         names::kPicturesOfActivations,
         {{names::kPicturesOfActivations, QT_TRANSLATE_NOOP("Preferences", "Activations")},
          {names::kPicturesOfFilters, QT_TRANSLATE_NOOP("Preferences", "Filters")},
          {names::kNoPictures, QT_TRANSLATE_NOOP("Preferences", "None")}}},
        {names::kStartWith, Kind::Choice, kFiles, QT_TRANSLATE_NOOP("Preferences", "Start with"),
         QT_TRANSLATE_NOOP("Preferences", "What is open when Perceptarium is started without a file."), "ready",
         {{"ready", QT_TRANSLATE_NOOP("Preferences", "The first ready project")},
          {"last", QT_TRANSLATE_NOOP("Preferences", "The last file")},
          {"page", QT_TRANSLATE_NOOP("Preferences", "The start page")}}},
        {names::kAutosave, Kind::Number, kFiles, QT_TRANSLATE_NOOP("Preferences", "Save by itself"),
         QT_TRANSLATE_NOOP("Preferences", "A project that has a file is saved this often while it has changes. After a crash the drawing "
                                          "comes back either way."),
         0, {}, 0, kLongestAutosave, QT_TRANSLATE_NOOP("Preferences", " min"), QT_TRANSLATE_NOOP("Preferences", "Never")},
        {names::kThreads, Kind::Number, kTraining, QT_TRANSLATE_NOOP("Preferences", "Cores"),
         QT_TRANSLATE_NOOP("Preferences", "Processor cores for a project whose training settings leave the threads to the program. Takes "
                                          "effect with the next training."),
         0, {}, 0, kMostThreads, "", QT_TRANSLATE_NOOP("Preferences", "All")},
        {names::kDataMemory, Kind::Number, kTraining, QT_TRANSLATE_NOOP("Preferences", "Memory for data, at most"),
         QT_TRANSLATE_NOOP("Preferences", "A data set that is kept in memory as a whole (IDX, CIFAR, table, texts) is refused when it needs "
                                          "more. Folders of pictures are read from disk as they are needed. Takes effect with the next "
                                          "loading."),
         kUsualDataGiB, {}, 1, kMostDataGiB, QT_TRANSLATE_NOOP("Preferences", " GiB")},
        {names::kNotify, Kind::YesNo, kTraining, QT_TRANSLATE_NOOP("Preferences", "Notify when a training ends"),
         QT_TRANSLATE_NOOP("Preferences", "A note of the desktop while you work in another window."), true, {}},
    };
    return all;
}

Preferences& Preferences::instance() {
    static Preferences preferences;
    return preferences;
}

QVariant Preferences::value(const char* name) const {
    const Preference& preference = declared(name);
    const QVariant kept = QSettings().value(QLatin1String(name));
    return kept.isValid() && makesSense(preference, kept) ? kept : preference.standard;
}

bool Preferences::isStandard(const char* name) const { return value(name).toString() == declared(name).standard.toString(); }

void Preferences::set(const char* name, const QVariant& value) {
    const Preference& preference = declared(name);
    if (!makesSense(preference, value) || this->value(name).toString() == value.toString()) return;
    if (value.toString() == preference.standard.toString())
        QSettings().remove(QLatin1String(name));
    else
        QSettings().setValue(QLatin1String(name), value);
    emit changed(QLatin1String(name));
}

void Preferences::carryOver() {
    QSettings kept;
    const QString old = QLatin1String(names::kOldAppearance);
    if (!kept.contains(old)) return;
    constexpr const char* kThemes[] = {"light", "dark", "system"};
    bool isNumber = false;
    const int theme = kept.value(old).toString().toInt(&isNumber);
    // What has the old name is a group by now, and remove() takes a group along.
    QHash<QString, QVariant> group;
    for (const QString& key : kept.allKeys())
        if (key.startsWith(old + u'/')) group.insert(key, kept.value(key));
    kept.remove(old);
    for (auto each = group.cbegin(); each != group.cend(); ++each) kept.setValue(each.key(), each.value());
    if (isNumber && theme >= 0 && theme < 3 && !group.contains(QLatin1String(names::kAppearance))) set(names::kAppearance, QLatin1String(kThemes[theme]));
}

void Preferences::reset(const char* name) { set(name, declared(name).standard); }

}  // namespace perceptarium::ui
