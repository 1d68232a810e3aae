// Languages: English, and what resources/i18n translates it to.
#pragma once

#include <QString>
#include <QStringList>

namespace perceptarium::ui {

/// Of the resources: "de", "en".
QStringList languages();
/// The one that texts are in.
QString language();
/// From now on texts are in this language: "system" (what the desktop has, else English) or one of languages(). Texts that
/// are on the screen already stay. Requires a QCoreApplication.
void useLanguage(const QString& choice);

}  // namespace perceptarium::ui
