// From a declared setting to the widget that edits it: the kind of value decides the widget, the declaration gives range,
// unit and help. The inspector, the data panel and the training panel all use these.
#pragma once

#include <QString>
#include <QWidget>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/settings.h"
#include "ui/shared/setting_words.h"

class QFormLayout;
class QLabel;
class QToolButton;

namespace perceptarium::ui {

/// Edits one setting. Every valid change is told at once (while typing); when typing ends, `finished` is emitted, which is
/// the moment for Workbench::sealEdit().
class SettingWidget : public QWidget {
    Q_OBJECT
public:
    ~SettingWidget() override;
    /// The widget for that kind of setting, with tooltip and accessible name, showing the standard.
    static SettingWidget* make(const SettingSpec& spec, QWidget* parent = nullptr);

    const SettingSpec& spec() const { return spec_; }
    virtual SettingValue value() const = 0;
    /// Shows the value; emits nothing. Does not disturb what is being typed when the value is the same.
    virtual void setValue(const SettingValue& value) = 0;
    /// Back to the standard, as if it had been typed.
    void reset();
    /// Why the text that is there now is no value; empty when it is one.
    virtual QString problem() const { return {}; }
    /// The part that takes the keyboard: spin box, line edit, check box, combo box.
    virtual QWidget* editor() const = 0;
    /// What a screen reader says of it besides its name.
    virtual void describe(const QString& text) { editor()->setAccessibleDescription(text); }

signals:
    void changed(const perceptarium::SettingValue& value);
    void finished();
    void problemChanged();

protected:
    SettingWidget(SettingSpec spec, QWidget* parent);
    /// Accessible name and description, tooltip, focus, "back to the standard" in the context menu.
    void adopt(QWidget* editor);
    void adopt(QWidget* editor, const QString& accessibleName);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    SettingSpec spec_;
};

/// A form with a row for each setting: title, widget, unit, and below it what is wrong with the value.
class SettingsForm : public QWidget {
    Q_OBJECT
public:
    explicit SettingsForm(QWidget* parent = nullptr);
    ~SettingsForm() override;

    /// Makes the rows anew unless the settings are the same as before.
    void setSpecs(const std::vector<SettingSpec>& specs);
    /// Missing names show the standard. Emits nothing.
    void setValues(const Settings& values);
    /// By setting name: shown below the row in the error colour. Replaces all earlier ones.
    void setProblems(const std::map<std::string, QString>& problems);
    /// By setting name: said below the row, where there is nothing wrong. Replaces all earlier ones.
    void setNotes(const std::map<std::string, QString>& notes);
    /// By setting name: these are set elsewhere, which is told below the row; they cannot be changed here.
    void setGivers(const std::map<std::string, QString>& givers);
    /// nullptr when there is no such setting.
    SettingWidget* widget(const std::string& name) const;
    /// Rows can be hidden, when a setting does not matter for the others' values.
    void setRowVisible(const std::string& name, bool visible);
    bool isEmpty() const { return rows_.empty(); }

signals:
    void changed(const QString& name, const perceptarium::SettingValue& value);
    void finished();

private:
    /// Rows that depend on the choice in another one (SettingSpec::onlyFor).
    void hideWhatDoesNotMatter();
    struct Row {
        SettingWidget* widget = nullptr;
        QWidget* field = nullptr;
        QLabel* title = nullptr;
        QLabel* problem = nullptr;
        QToolButton* reset = nullptr;
        QString given;  ///< from setProblems
        QString note;   ///< from setNotes
        QString giver;  ///< from setGivers
    };
    void showReset(Row& row);
    void showProblem(Row& row);
    QFormLayout* layout_;
    std::vector<SettingSpec> specs_;
    std::map<std::string, Row> rows_;
};

}  // namespace perceptarium::ui
