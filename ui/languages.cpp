#include "ui/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <memory>
#include <vector>

namespace perceptarium::ui {
namespace {

const QString kFolder = QStringLiteral(":/i18n");

QString wanted(const QString& choice) {
    if (choice != QLatin1String("system")) return choice;
    for (const QString& name : QLocale::system().uiLanguages()) {
        const QString language = name.section(QLatin1Char('-'), 0, 0);
        if (languages().contains(language)) return language;
    }
    return QStringLiteral("en");
}

std::vector<std::unique_ptr<QTranslator>>& installed() {
    static std::vector<std::unique_ptr<QTranslator>> translators;
    return translators;
}

QString& current() {
    static QString language = QStringLiteral("en");
    return language;
}

void install(const QString& name, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(name, folder)) return;  // Qt's own texts need a package that may be missing
    QCoreApplication::installTranslator(translator.get());
    installed().push_back(std::move(translator));
}

}  // namespace

QStringList languages() {
    QStringList found;
    for (const QString& file : QDir(kFolder).entryList({QStringLiteral("perceptarium_*.qm")}))
        found << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return found;
}

QString language() { return current(); }

void useLanguage(const QString& choice) {
    for (const auto& translator : installed()) QCoreApplication::removeTranslator(translator.get());
    installed().clear();
    current() = wanted(choice);
    install(QStringLiteral("qtbase_") + current(), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("perceptarium_") + current(), kFolder);  // English too: it has the plurals
}

}  // namespace perceptarium::ui
