// Thumbnails of examples, read off the window's thread: ask, and be told when they have come.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <memory>

#include "data/prepare.h"
#include "ui/shared/example_words.h"
#include "ui/workbench.h"

namespace perceptarium::ui {

class ExamplePictures : public QObject {
    Q_OBJECT
public:
    ExamplePictures(Workbench& workbench, QObject* parent);

    /// Are there pictures at all in the present data?
    bool available() const;
    /// A null image while it is being read; arrived() says when to ask again.
    QImage picture(std::int64_t example);

signals:
    void arrived();

private:
    void readNext();
    Workbench& workbench_;
    data::PreparedPtr data_;
    QCache<qint64, QImage> cache_;
    QSet<qint64> wanted_;
    bool reading_ = false;
};

}  // namespace perceptarium::ui
