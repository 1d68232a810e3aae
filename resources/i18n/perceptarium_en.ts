<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Canvas</name>
    <message numerus="yes">
        <source>%1 param(s)</source>
        <translation>
            <numerusform>%1 param</numerusform>
            <numerusform>%1 params</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 parameter(s)</source>
        <translation>
            <numerusform>%1 parameter</numerusform>
            <numerusform>%1 parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n times</source>
        <translation>
            <numerusform>, %n time</numerusform>
            <numerusform>, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n example</numerusform>
            <numerusform>%n examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmbeddingView</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::app::StatusLine</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::CanvasActions</name>
    <message numerus="yes">
        <source>Paste %n layer(s)</source>
        <translation>
            <numerusform>Paste %n layer</numerusform>
            <numerusform>Paste %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n layer(s)</source>
        <translation>
            <numerusform>Delete %n layer</numerusform>
            <numerusform>Delete %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n frame(s)</source>
        <translation>
            <numerusform>Delete %n frame</numerusform>
            <numerusform>Delete %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::ClassBars</name>
    <message numerus="yes">
        <source>%1: %2 example(s) (train %3, dev %4, test %5)</source>
        <translation>
            <numerusform>%1: %2 example (train %3, dev %4, test %5)</numerusform>
            <numerusform>%1: %2 examples (train %3, dev %4, test %5)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::CostTable</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::DataContents</name>
    <message numerus="yes">
        <source>%1 example(s)</source>
        <translation>
            <numerusform>%1 example</numerusform>
            <numerusform>%1 examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %1 word(s)</source>
        <translation>
            <numerusform>up to %1 word</numerusform>
            <numerusform>up to %1 words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 word(s) known</source>
        <translation>
            <numerusform>%1 word known</numerusform>
            <numerusform>%1 words known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 feature(s)</source>
        <translation>
            <numerusform>%1 feature</numerusform>
            <numerusform>%1 features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 class(es)</source>
        <translation>
            <numerusform>%1 class</numerusform>
            <numerusform>%1 classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::NetworkPage</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::NotationDialog</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::OutcomeList</name>
    <message numerus="yes">
        <source>%n mistake(s), the surest first. Choose a cell to see only its examples.</source>
        <translation>
            <numerusform>%n mistake. Choose a cell to see only its examples.</numerusform>
            <numerusform>%n mistakes, the surest first. Choose a cell to see only its examples.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::ProblemsPanel</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::RangeTestChart</name>
    <message numerus="yes">
        <source>%n point(s) so far.</source>
        <translation>
            <numerusform>%n point so far.</numerusform>
            <numerusform>%n points so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SchedulePreview</name>
    <message numerus="yes">
        <source>%1 epoch(s)</source>
        <translation>
            <numerusform>%1 epoch</numerusform>
            <numerusform>%1 epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SelectionPage</name>
    <message numerus="yes">
        <source>Change %1 of %n layer(s)</source>
        <translation>
            <numerusform>Change %1 of %n layer</numerusform>
            <numerusform>Change %1 of %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) selected</source>
        <translation>
            <numerusform>%n layer selected</numerusform>
            <numerusform>%n layers selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::TrainingPanel</name>
    <message numerus="yes">
        <source>Stops when %1 epoch(s) brought nothing better%2.</source>
        <translation>
            <numerusform>Stops when %1 epoch brought nothing better%2.</numerusform>
            <numerusform>Stops when %1 epochs brought nothing better%2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::Workbench</name>
    <message numerus="yes">
        <source>All %n epoch(s) are done. Raise the number of epochs to go on, or reset.</source>
        <translation>
            <numerusform>The one epoch is done. Raise the number of epochs to go on, or reset.</numerusform>
            <numerusform>All %n epochs are done. Raise the number of epochs to go on, or reset.</numerusform>
        </translation>
    </message>
</context>
</TS>
