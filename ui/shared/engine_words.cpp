#include "ui/shared/engine_words.h"

#include <QCoreApplication>

#include "ui/languages.h"

namespace perceptarium::ui {

QString engineText(const std::string& text) {
    return text.empty() ? QString() : QCoreApplication::translate("Engine", text.c_str());
}

QString withinSentence(const QString& title) { return language() == QLatin1String("de") ? title : title.toLower(); }

}  // namespace perceptarium::ui
