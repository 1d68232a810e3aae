// The palette shows the registry, finds by name and meaning, drags and appends.
#include <gtest/gtest.h>

#include <QLineEdit>
#include <QtTest>

#include "network/edits.h"
#include "ui/shared/mime.h"
#include "ui/shared/layer_list.h"
#include "ui/panels/palette.h"

namespace perceptarium::ui {
namespace {

class Reachable : public LayerList {
public:
    using LayerList::mimeData;
};

TEST(PaletteTest, hasEveryRegisteredLayerOnceUnderItsCategory) {
    LayerList list;
    QStringList titles;
    for (int g = 0; g < list.topLevelItemCount(); ++g) {
        EXPECT_GT(list.topLevelItem(g)->childCount(), 0);
        for (int i = 0; i < list.topLevelItem(g)->childCount(); ++i) {
            auto* entry = list.topLevelItem(g)->child(i);
            titles << entry->text(0);
            EXPECT_TRUE(entry->data(0, Qt::AccessibleTextRole).toString().startsWith(entry->text(0) + u':'));
        }
    }
    EXPECT_EQ(titles.size(), static_cast<int>(layers::allLayers().size()));
    EXPECT_EQ(QSet<QString>(titles.begin(), titles.end()).size(), titles.size());
}

TEST(PaletteTest, theSearchFindsByNameAndByFrameworkSynonym) {
    LayerList list;
    EXPECT_GT(list.filter(QStringLiteral("conv")), 0);
    EXPECT_EQ(list.currentLayer(), QStringLiteral("conv2d"));
    EXPECT_GT(list.filter(QStringLiteral("fully connected")), 0);
    EXPECT_EQ(list.currentLayer(), QStringLiteral("dense"));
    EXPECT_EQ(list.filter(QStringLiteral("zzz")), 0);
    EXPECT_EQ(list.filter({}), static_cast<int>(layers::allLayers().size()));
}

TEST(PaletteTest, whatIsDraggedIsTheLayersId) {
    Reachable list;
    list.filter(QStringLiteral("max pool"));
    const std::unique_ptr<QMimeData> data(list.mimeData({list.currentItem()}));
    EXPECT_EQ(data->data(kLayerMime), QByteArray("max-pool"));
}

TEST(PaletteTest, enterAppendsAfterTheSelection) {
    Workbench workbench;
    workbench.edit("clear", [](project::Document& document) -> Status {
        document.graph = {};
        return {};
    });
    workbench.cancelLoading();
    Palette palette(workbench);
    palette.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&palette));
    auto* search = palette.findChild<QLineEdit*>();
    const auto append = [&](const QString& name) {
        search->clear();
        QTest::keyClicks(search, name);
        QTest::keyClick(search, Qt::Key_Return);
        return workbench.selectedNode();
    };
    const auto input = append(QStringLiteral("input"));
    const auto dense = append(QStringLiteral("dense"));
    ASSERT_NE(dense, network::kNoNode);
    EXPECT_TRUE(workbench.graph().edges().contains({input, dense, 0}));
    workbench.select({input});
    const auto relu = append(QStringLiteral("relu"));
    EXPECT_TRUE(workbench.graph().edges().contains({input, relu, 0}));
    EXPECT_TRUE(workbench.graph().edges().contains({relu, dense, 0}));
}

}  // namespace
}  // namespace perceptarium::ui
