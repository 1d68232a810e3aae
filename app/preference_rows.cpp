#include "app/preference_rows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <map>

#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

using ui::Preference;
using ui::Preferences;

constexpr int kEditorWidth = 190;

QLabel* label(const QString& text, const char* role) {
    auto* made = new QLabel(text);
    made->setProperty("role", role);
    made->setWordWrap(true);
    return made;
}

QToolButton* resetButton(const Preference& preference) {
    auto* reset = new QToolButton;
    reset->setIcon(ui::icon("reset"));
    reset->setIconSize({14, 14});
    reset->setAutoRaise(true);
    reset->setToolTip(PreferenceRows::tr("As it is for a new user"));
    reset->setAccessibleName(PreferenceRows::tr("Reset %1").arg(Preference::words(preference.title)));
    QSizePolicy keepsPlace = reset->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    reset->setSizePolicy(keepsPlace);
    QObject::connect(reset, &QToolButton::clicked, reset, [&preference] { Preferences::instance().reset(preference.name); });
    ui::followPreference(preference.name, reset,
                         [reset, &preference] { reset->setVisible(!Preferences::instance().isStandard(preference.name)); });
    return reset;
}

}  // namespace

QWidget* PreferenceRows::makeEditor(const Preference& preference) {
    auto& all = Preferences::instance();
    const char* name = preference.name;
    switch (preference.kind) {
        case Preference::Kind::YesNo: {
            auto* box = new QCheckBox(tr("On"));
            connect(box, &QCheckBox::toggled, this, [&all, name](bool on) { all.set(name, on); });
            ui::followPreference(name, box, [&all, name, box] { box->setChecked(all.yes(name)); });
            return box;
        }
        case Preference::Kind::Number: {
            auto* box = new QSpinBox;
            box->setRange(preference.minimum, preference.maximum);
            if (*preference.unit) box->setSuffix(Preference::words(preference.unit));
            if (*preference.atMinimum) box->setSpecialValueText(Preference::words(preference.atMinimum));
            connect(box, &QSpinBox::valueChanged, this, [&all, name](int value) { all.set(name, value); });
            ui::followPreference(name, box, [&all, name, box] { box->setValue(all.number(name)); });
            return box;
        }
        case Preference::Kind::Choice: {
            auto* box = new QComboBox;
            for (const auto& option : preference.options) box->addItem(Preference::words(option.text), QLatin1String(option.id));
            connect(box, &QComboBox::currentIndexChanged, this, [&all, name, box](int index) { all.set(name, box->itemData(index)); });
            ui::followPreference(name, box, [&all, name, box] { box->setCurrentIndex(box->findData(all.choice(name))); });
            return box;
        }
    }
    return nullptr;
}

PreferenceRows::PreferenceRows(QWidget* parent) : QWidget(parent) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(ui::kMargin, ui::kSpacing, ui::kMargin, ui::kMargin);
    column->setSpacing(ui::kMargin);
    std::map<QString, QLabel*> headings;
    for (const Preference& preference : Preferences::all()) {
        const QString section = Preference::words(preference.section), title = Preference::words(preference.title);
        QLabel*& heading = headings[section];
        if (!heading) column->addWidget(heading = label(section, "title"));
        QWidget* editor = makeEditor(preference);
        editor->setObjectName(QLatin1String(preference.name));
        editor->setAccessibleName(title);
        editor->setToolTip(Preference::words(preference.meaning));
        editor->setAccessibleDescription(editor->toolTip());
        editor->setFixedWidth(kEditorWidth);

        auto* row = new QWidget;
        auto* words = new QVBoxLayout;
        words->setSpacing(1);
        words->addWidget(label(title, "plain"));
        words->addWidget(label(editor->toolTip(), "secondary"));
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addLayout(words, 1);
        line->addWidget(editor, 0, Qt::AlignVCenter);
        line->addWidget(resetButton(preference), 0, Qt::AlignVCenter);
        column->addWidget(row);
        rows_.push_back({&preference, row, heading});
    }
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

int PreferenceRows::filter(const QString& text) {
    int shown = 0;
    std::map<QLabel*, bool> needed;
    for (const Row& row : rows_) {
        bool fits = false;
        for (const char* words : {row.preference->section, row.preference->title, row.preference->meaning})
            fits = fits || Preference::words(words).contains(text, Qt::CaseInsensitive);
        for (const auto& option : row.preference->options) fits = fits || Preference::words(option.text).contains(text, Qt::CaseInsensitive);
        row.row->setVisible(fits);
        needed[row.heading] = needed[row.heading] || fits;
        shown += fits;
    }
    for (const auto& [heading, visible] : needed) heading->setVisible(visible);
    return shown;
}

}  // namespace perceptarium::app
