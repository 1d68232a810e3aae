#include "ui/shared/engine_words.h"

#include <QCoreApplication>

#include "ui/languages.h"

namespace perceptarium::ui {
namespace {

/// What every block has: the engine makes it where a block is used, so that no list of declarations holds it.
[[maybe_unused]] constexpr const char* kOfBlocks[] = {
    QT_TRANSLATE_NOOP("Engine", "Repeat"),
    QT_TRANSLATE_NOOP("Engine", "So many copies of the block one after another, each with weights of its own."),
    QT_TRANSLATE_NOOP("Engine", "Block input"),
    QT_TRANSLATE_NOOP("Engine", "What comes into the block from outside."),
    QT_TRANSLATE_NOOP("Engine", "A block of your own: open it to see what is inside."),
    QT_TRANSLATE_NOOP("Engine", "Block"),
};

}  // namespace

QString engineText(const std::string& text) {
    return text.empty() ? QString() : QCoreApplication::translate("Engine", text.c_str());
}

QString withinSentence(const QString& title) { return language() == QLatin1String("de") ? title : title.toLower(); }

}  // namespace perceptarium::ui
