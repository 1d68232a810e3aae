// The application's look: Fusion with our palette, a modest style sheet over it, and one type scale.
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>
#include <optional>

#include "ui/theme/system_appearance.h"

namespace perceptarium::ui {
namespace {

struct State {
    std::optional<Appearance> chosen;
    bool dark = false;
    std::optional<bool> systemDark;  ///< measured once, before our own palette hides the system's
};
State& state() {
    static State state;
    return state;
}

bool systemIsDark() {
    if (!state().systemDark) {
        const QPalette palette = QApplication::palette();
        state().systemDark =
            palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness() ||
            qEnvironmentVariable("GTK_THEME").endsWith(QStringLiteral(":dark"));
    }
    return SystemAppearance::instance().dark().value_or(*state().systemDark);
}

QPalette paletteFor(bool dark) {
    const QColor window(dark ? 0x1f2228 : 0xf5f6f8), base(dark ? 0x17191e : 0xffffff),
        alternate(dark ? 0x1c1f25 : 0xf3f5f8);
    const QColor text(dark ? 0xe3e6eb : 0x1d2330), faint(dark ? 0x6f7785 : 0x9aa2af),
        button(dark ? 0x2a2e36 : 0xffffff);
    const QColor accent(dark ? 0x5b8def : 0x2f6fde), line(dark ? 0x3a3f49 : 0xd3d8e0);
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QColor colour, QColor disabled) {
        palette.setColor(QPalette::Active, role, colour);
        palette.setColor(QPalette::Inactive, role, colour);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, window, window);
    set(QPalette::WindowText, text, faint);
    set(QPalette::Base, base, window);
    set(QPalette::AlternateBase, alternate, alternate);
    set(QPalette::Text, text, faint);
    set(QPalette::PlaceholderText, QColor(dark ? 0x858d9b : 0x6f7785), faint);  // 4.5 to 1 on the base
    set(QPalette::Button, button, window);
    set(QPalette::ButtonText, text, faint);
    set(QPalette::BrightText, dark ? QColor(Qt::white) : QColor(Qt::black), faint);
    set(QPalette::ToolTipBase, dark ? QColor(0x2d323b) : QColor(0xffffff), base);
    set(QPalette::ToolTipText, text, text);
    set(QPalette::Highlight, accent, line);
    set(QPalette::HighlightedText, QColor(0xffffff), faint);
    set(QPalette::Link, accent, faint);
    set(QPalette::LinkVisited, accent, faint);
    set(QPalette::Light, dark ? QColor(0x343943) : QColor(0xffffff), line);
    set(QPalette::Midlight, dark ? QColor(0x2b2f37) : QColor(0xeceff3), line);
    set(QPalette::Mid, line, line);
    set(QPalette::Dark, dark ? QColor(0x14161a) : QColor(0xb9c0ca), line);
    set(QPalette::Shadow, dark ? QColor(0x0d0f12) : QColor(0x8b93a0), line);
    return palette;
}

/// Only what Fusion draws heavier than we like. @names are replaced by colours of the palette in use.
const char* const kStyleSheet = R"(
QToolTip { color: @text; background: @tip; border: 1px solid @line; padding: 5px 7px; }
QMainWindow::separator { background: @window; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: @accent; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: @window; padding: 6px 10px; text-align: left; }
QToolBar { background: @window; border: none; spacing: 3px; padding: 3px 6px; }
QToolBar::separator { background: @line; width: 1px; margin: 5px 5px; }
QStatusBar { background: @window; }
QStatusBar::item { border: none; }
QMenuBar { background: @window; }
QMenuBar::item { padding: 5px 9px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @base; border: 1px solid @line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 10px; border-radius: 5px; }
QMenu::item:selected { background: @accent; color: #ffffff; }
QMenu::item:disabled { color: @faint; background: transparent; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QTabBar::tab { background: transparent; color: @secondary; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @text; border-bottom: 2px solid @line; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent; color: @text; }
QToolButton[toggle="true"] { border-color: @line; padding: 3px 9px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:checked { background: @chosen; border-color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton[popupMode="2"] { padding-right: 13px; }
QToolButton::menu-indicator { subcontrol-position: right center; right: 2px; }
QPushButton { border: 1px solid @line; border-radius: 6px; padding: 5px 14px; background: @button; color: @text; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:default { background: @accent; border-color: @accent; color: #ffffff; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { background: @window; color: @faint; }
QPushButton:checked { background: @chosen; border-color: @accent; }
QLineEdit { border: 1px solid @line; border-radius: 6px; padding: 4px 7px; background: @base; color: @text; selection-background-color: @accent; }
QLineEdit:focus { border-color: @accent; }
QLineEdit:disabled { background: @window; color: @faint; }
QAbstractSpinBox, QComboBox { border: 1px solid @line; border-radius: 6px; padding: 3px 6px; background: @base; color: @text; selection-background-color: @accent; }
QAbstractSpinBox:focus, QComboBox:focus { border-color: @accent; }
QComboBox:hover { background: @hover; }
QAbstractSpinBox:disabled, QComboBox:disabled { background: @window; color: @faint; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0 2px; background: transparent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down-@tone.svg); width: 11px; height: 11px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; border: none; background: transparent; width: 18px; border-radius: 5px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @pressed; }
QAbstractSpinBox::up-arrow { image: url(:/icons/arrow-up-@tone.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/arrow-down-@tone.svg); width: 9px; height: 9px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off, QComboBox::down-arrow:disabled { image: url(:/icons/arrow-none.svg); }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @outline; border-radius: 4px; background: @base; }
QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-mark.svg); }
QCheckBox:focus::indicator, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:disabled { background: @window; border-color: @line; }
QCheckBox::indicator:checked:disabled { background: @handle; border-color: @handle; }
QGroupBox { border: none; margin-top: 18px; padding-top: 4px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QHeaderView::section { background: @window; color: @secondary; border: none; border-bottom: 1px solid @line; padding: 5px 8px; }
QTreeView, QListView, QTableView, QPlainTextEdit, QTextEdit, QTextBrowser { border: 1px solid @line; border-radius: 6px; background: @base; }
QAbstractItemView { selection-background-color: @accent; selection-color: #ffffff; alternate-background-color: @alternate; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none; width: 0; height: 0; }
QProgressBar { border: none; border-radius: 3px; background: @pressed; text-align: center; color: @text; }
QProgressBar::chunk { border-radius: 3px; background: @accent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @pressed; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: @accent; }
QSlider::handle:horizontal:focus { background: @text; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: @faint; }
QLabel[role="secondary"] { color: @secondary; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; font-size: 15pt; }
)";

QString styleSheetFor(const QPalette& palette, bool dark) {
    const auto name = [](const QColor& colour) { return colour.name(); };
    const std::pair<const char*, QString> colours[] = {
        {"@text", name(palette.color(QPalette::Text))},
        {"@window", name(palette.color(QPalette::Window))},
        {"@base", name(palette.color(QPalette::Base))},
        {"@button", name(palette.color(QPalette::Button))},
        {"@alternate", name(palette.color(QPalette::AlternateBase))},
        {"@tip", name(palette.color(QPalette::ToolTipBase))},
        {"@line", name(palette.color(QPalette::Mid))},
        {"@accent", name(palette.color(QPalette::Highlight))},
        {"@faint", name(palette.color(QPalette::Disabled, QPalette::Text))},
        {"@secondary", name(colour(Role::Secondary))},
        {"@hover", dark ? "#2e333c" : "#e8ecf2"},
        {"@pressed", dark ? "#373d48" : "#dbe1ea"},
        {"@chosen", dark ? "#263552" : "#e1ebfc"},
        {"@tone", dark ? "dark" : "light"},
        {"@outline", dark ? "#666e7c" : "#8b93a0"},
        {"@handle", dark ? "#454b57" : "#c3cad4"},
    };
    QString sheet = QString::fromLatin1(kStyleSheet);
    for (const auto& [key, value] : colours) sheet.replace(QLatin1String(key), value);
    return sheet;
}

}  // namespace

void setAppearance(Appearance appearance) {
    const bool system = systemIsDark();  // before our palette replaces it
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && system);
    if (state().chosen == appearance && state().dark == dark) return;
    const bool first = !state().chosen;
    state().chosen = appearance;
    state().dark = dark;
    if (first) {
        QObject::connect(&SystemAppearance::instance(), &SystemAppearance::changed, qApp, [] {
            if (state().chosen == Appearance::System) setAppearance(Appearance::System);
        });
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        QFont font = QApplication::font();
        font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
        font.setPointSizeF(9.5);
        QApplication::setFont(font);
    }
    const QPalette palette = paletteFor(dark);
    QApplication::setPalette(palette);
    qApp->setStyleSheet(styleSheetFor(palette, dark));
}

Appearance appearance() { return state().chosen.value_or(Appearance::System); }

bool isDark() { return state().dark; }

}  // namespace perceptarium::ui
