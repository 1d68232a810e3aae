#include "app/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "app/keys_page.h"
#include "app/preference_rows.h"
#include "ui/theme/theme.h"

namespace perceptarium::app {

PreferencesDialog::PreferencesDialog(Keys& keys, QWidget* parent)
    : QDialog(parent), search_(new QLineEdit), pages_(new QTabWidget), rows_(new PreferenceRows), keysPage_(new KeysPage(keys)),
      nothing_(new QLabel(tr("Nothing is called that."))) {
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    search_->setPlaceholderText(tr("Search settings and keys"));
    search_->setAccessibleName(tr("Search settings and keys"));
    search_->setToolTip(tr("Only what holds these letters is shown, on both pages."));
    search_->setClearButtonEnabled(true);
    search_->addAction(ui::icon("search"), QLineEdit::LeadingPosition);
    pages_->addTab(rows_, ui::icon("settings"), tr("Settings"));
    pages_->addTab(keysPage_, ui::icon("keyboard"), tr("Keys"));
    pages_->tabBar()->setAccessibleName(tr("Pages of the preferences"));
    pages_->tabBar()->setToolTip(tr("Settings of the program, or the keys of its actions"));
    nothing_->setProperty("role", "secondary");
    nothing_->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setIcon({});
    close->setToolTip(tr("Everything is kept as it is now."));
    close->setAutoDefault(false);  // Enter in the search is not the end
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search_);
    layout->addWidget(nothing_);
    layout->addWidget(pages_, 1);
    layout->addWidget(buttons);
    connect(search_, &QLineEdit::textChanged, this, &PreferencesDialog::filter);
    resize(660, 600);
    search_->setFocus();
}

void PreferencesDialog::showKeys() { pages_->setCurrentWidget(keysPage_); }

void PreferencesDialog::filter(const QString& text) {
    const int settings = rows_->filter(text.trimmed()), actions = keysPage_->filter(text.trimmed());
    const auto count = [&](const QString& name, int shown) {
        return text.trimmed().isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name).arg(shown);
    };
    pages_->setTabText(0, count(tr("Settings"), settings));
    pages_->setTabText(1, count(tr("Keys"), actions));
    nothing_->setVisible(settings + actions == 0);
    // To where something was found.
    if (pages_->currentIndex() == 0 && settings == 0 && actions > 0) pages_->setCurrentIndex(1);
    if (pages_->currentIndex() == 1 && actions == 0 && settings > 0) pages_->setCurrentIndex(0);
}

}  // namespace perceptarium::app
