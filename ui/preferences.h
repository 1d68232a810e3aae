// Preferences: what a user may set for the program as a whole. Each is declared once; dialog, search, check of what is
// kept, and reset read the declaration. Changes are live: whoever cares listens.
#pragma once

#include <QObject>
#include <QString>
#include <QVariant>
#include <vector>

#include "ui/settings_names.h"

namespace perceptarium::ui {

struct Preference {
    enum class Kind { YesNo, Number, Choice };
    struct Option {
        const char *id, *text;
    };
    const char* name;  ///< ui/settings_names.h
    Kind kind;
    const char *section, *title, *meaning;  ///< English; shown through words()
    QVariant standard;
    std::vector<Option> options;     ///< of a choice
    int minimum = 0, maximum = 0;    ///< of a number
    const char* unit = "";           ///< of a number, as " min"
    const char* atMinimum = "";      ///< what the smallest number means, in words
    /// The text in the user's language.
    static QString words(const char* text);
};

class Preferences : public QObject {
    Q_OBJECT
public:
    static Preferences& instance();
    /// In the order in which they are shown.
    static const std::vector<Preference>& all();

    /// What is kept, or the standard when nothing is kept or it makes no sense.
    QVariant value(const char* name) const;
    bool yes(const char* name) const { return value(name).toBool(); }
    int number(const char* name) const { return value(name).toInt(); }
    QString choice(const char* name) const { return value(name).toString(); }
    bool isStandard(const char* name) const;
    /// Kept from now on. What makes no sense is not taken.
    void set(const char* name, const QVariant& value);
    void reset(const char* name);
    /// What an older version kept in another form is kept in today's from now on. To be called at the start.
    void carryOver();

signals:
    void changed(const QString& name);

private:
    Preferences() = default;
};

/// Calls `use` now and whenever the preference is changed, while `owner` lives.
template <class Use>
void followPreference(const char* name, QObject* owner, Use use) {
    QObject::connect(&Preferences::instance(), &Preferences::changed, owner, [name, use](const QString& changed) {
        if (changed == QLatin1String(name)) use();
    });
    use();
}

}  // namespace perceptarium::ui
