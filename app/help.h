// Help: the shortcut sheet, made from the menus themselves, and who made this.
#pragma once

class QMenuBar;
class QString;
class QWidget;

namespace perceptarium::app {

/// The sheet as HTML.
QString shortcutSheet(QMenuBar& menus);
void showShortcuts(QMenuBar& menus, QWidget* parent);
void showAbout(QWidget* parent);

}  // namespace perceptarium::app
