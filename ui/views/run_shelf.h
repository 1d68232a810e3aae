// The list of recorded runs from which earlier ones are laid over the present one's curves.
#pragma once

#include <QListWidget>
#include <map>
#include <memory>
#include <string>

#include "train/run_record.h"
#include "ui/views/curve_data.h"

namespace perceptarium::ui {

class RunShelf : public QListWidget {
    Q_OBJECT
public:
    struct Entry {
        train::RunSummary summary;
        std::shared_ptr<const RunCurves> curves;  ///< once read
        QColor colour;
    };
    explicit RunShelf(std::string recordPath, QWidget* parent = nullptr);

    /// Reads the list anew, in the background. `current` is the run that is drawn anyway and left out.
    void reload(std::int64_t current);
    /// Those with a check mark whose curves have been read, newest first.
    std::vector<Entry> chosen() const;

signals:
    void chosenChanged();

private:
    void fill(const std::vector<train::RunSummary>& runs);
    void itemToggled(QListWidgetItem* item);
    std::string path_;
    std::int64_t current_ = 0;
    std::map<std::int64_t, Entry> entries_;  ///< those that were ever checked, by id
    int colours_ = 0;
    Qt::CheckState pressed_ = Qt::Unchecked;  ///< of the item, when the mouse went down on it
};

}  // namespace perceptarium::ui
