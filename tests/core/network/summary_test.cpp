#include "network/summary.h"

#include <gtest/gtest.h>

#include "core/network/drawing.h"

namespace perceptarium::network {
namespace {

const SummaryRow& row(const Summary& summary, const std::string& name) {
    for (const SummaryRow& row : summary.rows)
        if (row.name == name) return row;
    ADD_FAILURE() << "no row " << name;
    return summary.rows.front();
}

TEST(Summary, countsLenetAsByHand) {
    const Drawing d = lenet();
    const Summary summary = summarize(d.graph, infer(d.graph));
    ASSERT_EQ(summary.rows.size(), 14u);
    // 28·28 places, 5·5·1 weights for each of 6 filters; 10·10 places, 5·5·6 weights for each of 16.
    EXPECT_EQ(row(summary, "conv2d1").costs.multiplyAdds, 784.0 * 150);
    EXPECT_EQ(row(summary, "conv2d2").costs.multiplyAdds, 100.0 * 2400);
    EXPECT_EQ(row(summary, "dense1").costs.multiplyAdds, 400.0 * 120);
    EXPECT_EQ(row(summary, "relu1").costs.multiplyAdds, 0);
    EXPECT_EQ(summary.total.multiplyAdds, 784.0 * 150 + 240000 + 48000 + 120 * 84 + 84 * 10);
    EXPECT_EQ(summary.total.parameters, 156 + 2416 + 48120 + 10164 + 850);
    EXPECT_EQ(row(summary, "conv2d1").costs.valueBytes, 28 * 28 * 6 * 4);
    EXPECT_EQ(row(summary, "dense1").costs.bytes(), 48120 * 4 + 120 * 4);
    EXPECT_DOUBLE_EQ(summary.trainingBytes(64), 16.0 * 61706 + 64.0 * static_cast<double>(summary.total.valueBytes));
}

TEST(Summary, countsGroupsScalesAndTables) {
    Drawing d;
    d.input("4x4x6").then("conv2d", {{"filters", whole(6)}, {"kernel", whole(3)}, {"groups", whole(3)}, {"padding", text("same")}}).then("batch-norm");
    const Summary grouped = summarize(d.graph, infer(d.graph));
    EXPECT_EQ(row(grouped, "conv2d1").costs.multiplyAdds, 16.0 * 9 * 2 * 6);
    EXPECT_EQ(row(grouped, "batch-norm1").costs.multiplyAdds, 0);
    EXPECT_EQ(row(grouped, "batch-norm1").costs.parameters, 12);
    EXPECT_EQ(row(grouped, "batch-norm1").costs.parameterBytes, 4 * 6 * 4) << "with the running mean and variance";
    Drawing words;
    words.input("words:5:9").then("embedding", {{"dimension", whole(3)}});
    const Summary table = summarize(words.graph, infer(words.graph));
    EXPECT_EQ(row(table, "embedding1").costs.multiplyAdds, 0);
    EXPECT_EQ(row(table, "embedding1").costs.parameters, 27);
}

TEST(Summary, saysWhatIsNotKnown) {
    Drawing d;
    d.input("8x8x1").dense(3).then("quantum");
    const Summary summary = summarize(d.graph, infer(d.graph));
    ASSERT_EQ(summary.rows.size(), 3u);
    EXPECT_FALSE(row(summary, "dense1").output);
    EXPECT_EQ(row(summary, "dense1").costs.bytes(), 0);
    EXPECT_EQ(row(summary, "quantum1").title, "quantum");
}

TEST(Summary, isATableForOtherPrograms) {
    Drawing d;
    d.input("4").dense(2);
    Node node = *d.graph.find(2);
    node.name = "a, \"b\"";
    d.graph.replace(node);
    EXPECT_EQ(toCsv(summarize(d.graph, infer(d.graph))),
              "layer,type,output shape,parameters,multiply-adds,bytes\n"
              "input1,Input,4,0,0,16\n"
              "\"a, \"\"b\"\"\",Dense,2,10,8,48\n"
              "total,,,10,8,64\n");
}

TEST(Summary, amountsAreShort) {
    EXPECT_EQ(amountText(0), "0");
    EXPECT_EQ(amountText(48120), "48,120");
    EXPECT_EQ(amountText(416520), "417 k");
    EXPECT_EQ(amountText(3.87e9), "3.87 G");
    EXPECT_EQ(amountText(999999), "1 M");
    EXPECT_EQ(bytesText(1), "1 byte");
    EXPECT_EQ(bytesText(512), "512 bytes");
    EXPECT_EQ(bytesText(246824), "241 kB");
    EXPECT_EQ(bytesText(1.5 * 1024 * 1024), "1.5 MB");
}

}  // namespace
}  // namespace perceptarium::network
