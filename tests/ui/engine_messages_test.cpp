// What the engine says about broken networks, and what would mend them, in German.
#include <gtest/gtest.h>

#include <QRegularExpression>

#include "core/project/broken_networks.h"
#include "exchange/block_library.h"
#include "layers/layer_spec.h"
#include "network/block_edits.h"
#include "network/checks.h"
#include "network/infer_shapes.h"
#include "project/problems.h"
#include "train/trainer.h"
#include "ui/languages.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"

namespace perceptarium::ui {
namespace {

class EngineMessages : public ::testing::Test {
protected:
    void SetUp() override { useLanguage(QStringLiteral("de")); }
    void TearDown() override { useLanguage(QStringLiteral("en")); }

    /// Figures, shapes and names say the same in both languages.
    static bool needsWords(const std::string& text) {
        QString rest = QString::fromStdString(text);
        rest.remove(QRegularExpression(QStringLiteral("“[^”]*”")));
        static const QRegularExpression words(QStringLiteral("[A-Za-z]{2,}"));
        return words.match(rest).hasMatch();
    }
    static void expectGerman(const std::string& text) {
        if (needsWords(text)) {
            EXPECT_NE(engineMessage(text), QString::fromStdString(text)) << "not known in German: " << text;
        }
    }
    static void expectGerman(const network::Finding& finding, bool values = true) {
        expectGerman(finding.what);
        expectGerman(finding.tryThis);
        expectGerman(finding.expected);
        if (values && finding.found.find(' ') != std::string::npos) expectGerman(finding.found);  // a single word is the user's own
    }
    static QString german(const char* text) { return engineMessage(text); }
};

TEST_F(EngineMessages, brokenNetworksAndTheirFixesAreToldInGerman) {
    std::size_t findings = 0, fixes = 0;
    for (const auto& broken : tests::brokenNetworks()) {
        SCOPED_TRACE(broken.name);
        const project::Document document = tests::documentOf(broken);
        const data::PreparedPtr data = tests::smallData(broken.data);
        const network::DataTypes types = train::dataTypes(data->dataset->info());
        for (const auto& problem : project::problemsOf(document, types, network::infer(document.graph, types), data.get(), SIZE_MAX)) {
            ++findings;
            expectGerman(problem.finding);
            for (const auto& fix : problem.fixes) {
                ++fixes;
                expectGerman(fix.title);
            }
        }
    }
    EXPECT_GE(findings, tests::brokenNetworks().size());
    EXPECT_GT(fixes, 40u);
}

TEST_F(EngineMessages, whatMendsABlockIsToldInGerman) {
    EXPECT_EQ(german("Insert a Flatten before “dense1” in the block “Look”"), QStringLiteral("Im Block „Look“: Ein Flatten vor „dense1“ einfügen"));
    EXPECT_EQ(german("Set “repeat” of “look1” to 2"), QStringLiteral("„repeat“ von „look1“ auf 2 setzen"));
    std::size_t fixes = 0;
    for (const auto& broken : tests::brokenNetworks()) {
        SCOPED_TRACE(broken.name);
        project::Document document = tests::documentOf(broken);
        std::vector<network::NodeId> chosen;
        for (const auto& [id, node] : document.graph.nodes())
            if (node.layer != "input") chosen.push_back(id);
        if (!network::makeBlock(document.graph, chosen, "Part")) continue;
        const data::PreparedPtr data = tests::smallData(broken.data);
        const network::DataTypes types = train::dataTypes(data->dataset->info());
        for (const auto& problem : project::problemsOf(document, types, network::infer(document.graph, types), data.get(), SIZE_MAX))
            for (const auto& fix : problem.fixes) {
                ++fixes;
                expectGerman(fix.title);
            }
    }
    EXPECT_GT(fixes, 30u);
}

TEST_F(EngineMessages, whatLayersRefuseIsToldInGerman) {
    for (const layers::LayerSpec* spec : layers::allLayers())
        for (const auto& bad : spec->badSettings) {
            SCOPED_TRACE(spec->id);
            const auto settings = completeSettings(spec->settings, bad.settings);
            const auto type = settings ? spec->shape(*settings, bad.inputs) : Result<TensorType>(settings.error());
            ASSERT_FALSE(type);
            expectGerman(network::findingFrom(type.error(), 1, *spec), false);  // a value found is the user's own
        }
}

TEST_F(EngineMessages, readAsSentences) {
    EXPECT_EQ(german("Insert a Flatten before “dense1”"), QStringLiteral("Ein Flatten vor „dense1“ einfügen"));
    EXPECT_EQ(german("Append an Embedding, a Global average pool and a Dense with 3 units to “relu1”"),
              QStringLiteral("Ein Embedding, ein Global average pool und ein Dense mit 3 Einheiten an „relu1“ anhängen"));
    EXPECT_EQ(german("Set the kernel size of “conv1” to 3"), QStringLiteral("Kerngröße von „conv1“ auf 3 setzen"));
    EXPECT_EQ(german("Set the kernel size of “conv1” to 5×3"), QStringLiteral("Kerngröße von „conv1“ auf 5×3 setzen"));
    EXPECT_EQ(german("Kernel size, columns cannot be that"), QStringLiteral("Kerngröße, Spalten kann das nicht sein"));
    EXPECT_EQ(german("a whole number from 1 to 255, or two such as 5x3"), QStringLiteral("eine ganze Zahl von 1 bis 255, oder zwei wie 5x3"));
    EXPECT_EQ(german("at most 1 column"), QStringLiteral("höchstens 1 Spalte"));
    EXPECT_EQ(german("Dense needs a vector, but gets a 5×5×4 picture"), QStringLiteral("Dense braucht einen Vektor, bekommt aber ein Bild von 5×5×4"));
    EXPECT_EQ(german("In “conv1”: Conv2d needs a picture (height × width × channels), but gets a vector of 1 number"),
              QStringLiteral("In „conv1“: Conv2d braucht ein Bild (Höhe × Breite × Kanäle), bekommt aber einen Vektor aus 1 Zahl"));
    EXPECT_EQ(german("The network ends in 6 places: “a”, “b”, “c”, “d” and 2 more"),
              QStringLiteral("Das Netz endet an 6 Stellen: „a“, „b“, „c“, „d“ und 2 weitere"));
    EXPECT_EQ(german("Draw an edge to it, drop it on an edge, or delete it."), QStringLiteral("Eine Kante zu ihm ziehen, ihn auf einer Kante ablegen oder löschen."));
}

TEST_F(EngineMessages, namesStayWhateverTheyAre) {
    EXPECT_EQ(german("“The drawing is empty” is not connected"), QStringLiteral("„The drawing is empty“ ist nicht verbunden"));
    EXPECT_EQ(german("Put a ReLU between “%2” and “%1”."), QStringLiteral("Ein ReLU zwischen „%2“ und „%1“ setzen."));
    EXPECT_EQ(german("the disk is full"), QStringLiteral("the disk is full")) << "what is not known stays as it is";
    EXPECT_EQ(german("Insert nonsense of a future version before “dense1”"), QStringLiteral("Insert nonsense of a future version before “dense1”"))
        << "never half of it";
}

TEST_F(EngineMessages, englishStaysAsTheEngineSaysIt) {
    useLanguage(QStringLiteral("en"));
    for (const auto& broken : tests::brokenNetworks()) {
        const project::Document document = tests::documentOf(broken);
        const network::DataTypes types = train::dataTypes(tests::smallData(broken.data)->dataset->info());
        for (const auto& finding : network::infer(document.graph, types).findings) EXPECT_EQ(findingText(finding).toStdString(), finding.text());
    }
    const Error error{"the file is too large", "x.csv", "at most 4 MiB", {}};
    EXPECT_EQ(errorText(error).toStdString(), error.message());
}

TEST_F(EngineMessages, readyBlocksAndWhatEveryBlockHasAreGerman) {
    for (const char* text : {"Repeat", "Block input", "What comes into the block from outside.", "Channels", "Residual block"})
        EXPECT_NE(engineText(text), QString::fromUtf8(text));
    for (const auto& block : exchange::readyBlocks()) {
        EXPECT_FALSE(block.meaning.empty()) << block.name;
        EXPECT_NE(engineText(block.meaning), QString::fromStdString(block.meaning));
    }
}

}  // namespace
}  // namespace perceptarium::ui
