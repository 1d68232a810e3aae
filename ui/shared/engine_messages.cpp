// Engine messages: errors, hints, fixes and the like come from the engine as English sentences composed with numbers and
// names. Here they are read back by their templates and said in the user's language.
#include "ui/shared/engine_messages.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <optional>
#include <vector>

#include "layers/layer_spec.h"
#include "train/loss.h"
#include "ui/languages.h"
#include "ui/shared/engine_words.h"

namespace perceptarium::ui {
namespace {

/// Every sentence and phrase, without its full stop; %1, %2 … stand for phrases, “%1” for a name as it is. The first that
/// fits is taken, so what is special comes before what is general. (A test finds what the engine says about broken networks
/// and is not here.)
constexpr const char* kTemplates[] = {
    QT_TRANSLATE_NOOP("EngineMessage", "There is no Input, so no data can enter the network"),
    QT_TRANSLATE_NOOP("EngineMessage", "Add an Input and connect it to the first layer"),
    QT_TRANSLATE_NOOP("EngineMessage", "There are %1 Inputs, but the data have one kind of example"),
    QT_TRANSLATE_NOOP("EngineMessage", "Keep one Input and connect it to all that need it"),
    QT_TRANSLATE_NOOP("EngineMessage", "Nothing comes after the Input yet"),
    QT_TRANSLATE_NOOP("EngineMessage", "Append a layer, or draw an edge from the Input to the first layer"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 nodes have the name “%2”"),
    QT_TRANSLATE_NOOP("EngineMessage", "Rename all but one of them: parameters are saved under the name of their node"),
    QT_TRANSLATE_NOOP("EngineMessage", "The network ends in %1 places: %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Only one end can be the answer: join the branches with Add or Concatenate, or "
                                       "delete the ends that are not needed"),
    QT_TRANSLATE_NOOP("EngineMessage", "The drawing is empty"),
    QT_TRANSLATE_NOOP("EngineMessage", "Drag an Input onto it, then the layers that follow"),
    QT_TRANSLATE_NOOP("EngineMessage", "This node is part of a circle: it would have to wait for its own output"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete one of the edges of the circle"),
    QT_TRANSLATE_NOOP("EngineMessage", "edges that lead from the Input to the end"),
    QT_TRANSLATE_NOOP("EngineMessage", "a circle"),
    QT_TRANSLATE_NOOP("EngineMessage", "one Input"),
    QT_TRANSLATE_NOOP("EngineMessage", "at least one layer"),
    QT_TRANSLATE_NOOP("EngineMessage", "one end"),
    QT_TRANSLATE_NOOP("EngineMessage", "none"),
    QT_TRANSLATE_NOOP("EngineMessage", "neither"),
    QT_TRANSLATE_NOOP("EngineMessage", "Missing layer: this program has no layer “%1”"),
    QT_TRANSLATE_NOOP("EngineMessage", "a layer of the palette"),
    QT_TRANSLATE_NOOP("EngineMessage", "Replace this node, or open the project in the program that made it. Its "
                                       "settings are kept"),
    QT_TRANSLATE_NOOP("EngineMessage", "A Block input has a meaning only inside a block"),
    QT_TRANSLATE_NOOP("EngineMessage", "an Input"),
    QT_TRANSLATE_NOOP("EngineMessage", "a Block input"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use an Input here, or delete this node"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 was saved by a newer version of this program"),
    QT_TRANSLATE_NOOP("EngineMessage", "version %1 or older"),
    QT_TRANSLATE_NOOP("EngineMessage", "version %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Update the program, or replace this node"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 has %2, but an edge leads to input %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "Two edges lead to input %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Input %1 of “%2” is not connected"),
    QT_TRANSLATE_NOOP("EngineMessage", "Input %1 is not connected"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete this edge"),
    QT_TRANSLATE_NOOP("EngineMessage", "one edge at each input"),
    QT_TRANSLATE_NOOP("EngineMessage", "Connect each input once"),
    QT_TRANSLATE_NOOP("EngineMessage", "“%1” is not connected"),
    QT_TRANSLATE_NOOP("EngineMessage", "Draw an edge to it, drop it on an edge, or delete it"),
    QT_TRANSLATE_NOOP("EngineMessage", "“%1” gets no input"),
    QT_TRANSLATE_NOOP("EngineMessage", "Draw an edge to it from the node that should come before it"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 joins %2, but “%3” gets %4"),
    QT_TRANSLATE_NOOP("EngineMessage", "Draw an edge to it from each branch that it should join"),
    QT_TRANSLATE_NOOP("EngineMessage", "“%1” has no input %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 would make %2 million numbers of each example"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make it smaller: fewer units, filters or pixels"),
    QT_TRANSLATE_NOOP("EngineMessage", "With %1 the network has %2 million parameters, more than memory can train"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use fewer units, or shrink the data first by pooling or a stride"),
    QT_TRANSLATE_NOOP("EngineMessage", "at most %1 million"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 million"),
    QT_TRANSLATE_NOOP("EngineMessage", "Give it %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "One end of the edge is not there any more"),
    QT_TRANSLATE_NOOP("EngineMessage", "A node cannot be its own input"),
    QT_TRANSLATE_NOOP("EngineMessage", "Connect two different nodes"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 takes no edge: the data enter there"),
    QT_TRANSLATE_NOOP("EngineMessage", "Draw the edge away from it"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use one of the inputs that are shown"),
    QT_TRANSLATE_NOOP("EngineMessage", "That would make a circle: the node would wait for its own output"),
    QT_TRANSLATE_NOOP("EngineMessage", "Edges lead from the Input to the end, never back"),
    QT_TRANSLATE_NOOP("EngineMessage", "The network ends in %1, but the data ask for %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "The network gives %1, but the data ask for %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Append an Embedding, a Global average pool and a Dense with %1 units"),
    QT_TRANSLATE_NOOP("EngineMessage", "Append %1 and a Dense with %2 units"),
    QT_TRANSLATE_NOOP("EngineMessage", "Append a Dense with %1 units"),
    QT_TRANSLATE_NOOP("EngineMessage", "Set the units of “%1” to %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Softmax gives shares that add up to 1, but the data ask for numbers of any size"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete “%1”: the Dense before it gives the numbers"),
    QT_TRANSLATE_NOOP("EngineMessage", "Softmax of a single number is always 1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Sigmoid, or a Dense with 2 units before the Softmax"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use Sigmoid here, or set the units of the Dense before it to 2"),
    QT_TRANSLATE_NOOP("EngineMessage", "The answers go from %1 only, but the data ask for numbers of any size"),
    QT_TRANSLATE_NOOP("EngineMessage", "−1 to 1"),
    QT_TRANSLATE_NOOP("EngineMessage", "0 to 1"),
    QT_TRANSLATE_NOOP("EngineMessage", "shares"),
    QT_TRANSLATE_NOOP("EngineMessage", "2 numbers, or 1, for 2 classes"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 numbers for %2 classes"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 numbers, for “%2”"),
    QT_TRANSLATE_NOOP("EngineMessage", "2 (or 1)"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 at the very end switches off answers while training"),
    QT_TRANSLATE_NOOP("EngineMessage", "Move it before the last Dense"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 at the very end holds the answers to a fixed size"),
    QT_TRANSLATE_NOOP("EngineMessage", "Remove it: the last Dense should answer freely"),
    QT_TRANSLATE_NOOP("EngineMessage", "After this ReLU the network can never answer with a negative number"),
    QT_TRANSLATE_NOOP("EngineMessage", "Sigmoid gives each class a probability of its own; they do not sum to 1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use Softmax when each example belongs to one class"),
    QT_TRANSLATE_NOOP("EngineMessage", "With a stride of %1 and a window of %2 most of what comes in is never looked at"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make the stride at most %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "All layers that learn are frozen, so training changes nothing"),
    QT_TRANSLATE_NOOP("EngineMessage", "Unfreeze at least one of them; usually the last ones"),
    QT_TRANSLATE_NOOP("EngineMessage", "No gradient passes through %1: “%2” before it cannot learn"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use Softmax to train, and this only to look at answers"),
    QT_TRANSLATE_NOOP("EngineMessage", "Softmax is followed by more layers; it belongs at the very end"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use ReLU here"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 just before %2 switches off answers while training"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 comes directly after %2: two activations in a row"),
    QT_TRANSLATE_NOOP("EngineMessage", "One of them is enough: delete the other, or put a Dense or Conv2d between them"),
    QT_TRANSLATE_NOOP("EngineMessage", "Two Dense layers without an activation between them can learn no more than one"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put a ReLU between “%1” and “%2”"),
    QT_TRANSLATE_NOOP("EngineMessage", "There is nothing to flatten: this is a vector already"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete this node"),
    QT_TRANSLATE_NOOP("EngineMessage", "“%1” cannot be bypassed: the data enter there"),
    QT_TRANSLATE_NOOP("EngineMessage", "Switch its bypass off"),
    QT_TRANSLATE_NOOP("EngineMessage", "“%1” is bypassed: of its %2 inputs only the first, “%3”, goes on; left out "
                                       "with the others: %4"),
    QT_TRANSLATE_NOOP("EngineMessage", "“%1” is bypassed: of its %2 inputs only the first, “%3”, goes on"),
    QT_TRANSLATE_NOOP("EngineMessage", "To let another go on, connect that one first, or switch the bypass off"),
    QT_TRANSLATE_NOOP("EngineMessage", "Missing block: this project has no block “%1”"),
    QT_TRANSLATE_NOOP("EngineMessage", "Replace this node, or paste the block from the project that has it"),
    QT_TRANSLATE_NOOP("EngineMessage", "a block of this project"),
    QT_TRANSLATE_NOOP("EngineMessage", "The block “%1” holds itself, so it would never end"),
    QT_TRANSLATE_NOOP("EngineMessage", "Open it and delete the node that stands for the block itself"),
    QT_TRANSLATE_NOOP("EngineMessage", "other blocks and layers"),
    QT_TRANSLATE_NOOP("EngineMessage", "Nothing can come into the block “%1”"),
    QT_TRANSLATE_NOOP("EngineMessage", "Open it and add a Block input"),
    QT_TRANSLATE_NOOP("EngineMessage", "at least one Block input"),
    QT_TRANSLATE_NOOP("EngineMessage", "In the block “%1” nothing comes after its input “%2”"),
    QT_TRANSLATE_NOOP("EngineMessage", "Open the block and connect the input, or delete it"),
    QT_TRANSLATE_NOOP("EngineMessage", "The block “%1” ends in several places"),
    QT_TRANSLATE_NOOP("EngineMessage", "Open it and join the branches with Add or Concatenate"),
    QT_TRANSLATE_NOOP("EngineMessage", "Laid out with all its blocks the network has more than %1 nodes"),
    QT_TRANSLATE_NOOP("EngineMessage", "at most %1 nodes"),
    QT_TRANSLATE_NOOP("EngineMessage", "Repeat blocks less often"),
    QT_TRANSLATE_NOOP("EngineMessage", "Copy %1 of the repeated block does not work with what copy %2 gives. %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "In “%1”: %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Add needs equal shapes, but gets %1 and %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 at every input"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make the branches end in equal shapes, for instance by a Dense with as many units"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put a Conv2d with kernel size 1 and as many filters on the shortcut, or use "
                                       "Concatenate"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use padding same and equal strides in both branches"),
    QT_TRANSLATE_NOOP("EngineMessage", "Concatenate needs inputs that are alike but for the channels, but gets %1 and %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Concatenate needs inputs that are alike but for the last size, but gets %1 and %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put a Flatten into both branches"),
    QT_TRANSLATE_NOOP("EngineMessage", "shapes like %1 but for the last size"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 with dilation %2 does not fit into %3 with padding %4 on each side"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 with dilation %2 does not fit into %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 does not fit into %2 with padding %3 on each side"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 does not fit into %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "A filter of %1 steps"),
    QT_TRANSLATE_NOOP("EngineMessage", "A %1 filter"),
    QT_TRANSLATE_NOOP("EngineMessage", "A window of %1 steps"),
    QT_TRANSLATE_NOOP("EngineMessage", "A %1 window"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make the dilation or the kernel size smaller, or set the padding to same"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make the kernel size smaller or set the padding to same"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 channels cannot be shared out evenly to %2 groups"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 filters cannot be shared out evenly to %2 groups"),
    QT_TRANSLATE_NOOP("EngineMessage", "Choose a number of groups that divides the number of channels"),
    QT_TRANSLATE_NOOP("EngineMessage", "Choose a number of filters that the number of groups divides"),
    QT_TRANSLATE_NOOP("EngineMessage", "a divisor of %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 channels cannot be split into %2 equal groups"),
    QT_TRANSLATE_NOOP("EngineMessage", "Change the groups, or the number of filters or units before it"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 groups"),
    QT_TRANSLATE_NOOP("EngineMessage", "With padding %1 a window of %2 lies beside everything"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make the padding smaller than the window, or set it to same"),
    QT_TRANSLATE_NOOP("EngineMessage", "The sequence is too short to pool: remove this layer or an earlier one that "
                                       "shortens it"),
    QT_TRANSLATE_NOOP("EngineMessage", "The picture is too small to pool: remove this layer or an earlier one that "
                                       "shrinks it"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make the window smaller, or let earlier layers shorten the sequence less"),
    QT_TRANSLATE_NOOP("EngineMessage", "Make the window smaller, or let earlier layers shrink the picture less"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put a Flatten before it"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put an Embedding and a Global average pool before it"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put a Global average pool (the mean over the sequence) or a Flatten before it"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put an Embedding before it: it turns each word id into a vector"),
    QT_TRANSLATE_NOOP("EngineMessage", "Connect it to the Input of a text. Numbers need no Embedding: use a Dense for "
                                       "them"),
    QT_TRANSLATE_NOOP("EngineMessage", "The number of words is not known"),
    QT_TRANSLATE_NOOP("EngineMessage", "Load a text, or say here how many words there are"),
    QT_TRANSLATE_NOOP("EngineMessage", "at least 2 words (padding and unknown)"),
    QT_TRANSLATE_NOOP("EngineMessage", "The table has %1 rows, but the data have %2 words"),
    QT_TRANSLATE_NOOP("EngineMessage", "Set Words to 0, then it takes as many as there are"),
    QT_TRANSLATE_NOOP("EngineMessage", "0 or at least %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "A vector needs no pooling: leave this layer out"),
    QT_TRANSLATE_NOOP("EngineMessage", "Connect it to a sequence: the output of an Embedding, or another layer over steps"),
    QT_TRANSLATE_NOOP("EngineMessage", "A picture has two axes to move along: use the layer for pictures instead"),
    QT_TRANSLATE_NOOP("EngineMessage", "Connect it to a picture: the Input, or another convolution or pooling layer"),
    QT_TRANSLATE_NOOP("EngineMessage", "Words are not a picture: use Embedding, then Global average pool"),
    QT_TRANSLATE_NOOP("EngineMessage", "For a grey picture, write the shape of the Input with its one channel, such as "
                                       "28x28x1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put it before the Flatten or Dense, while the data are still a picture"),
    QT_TRANSLATE_NOOP("EngineMessage", "“%1” is not a shape"),
    QT_TRANSLATE_NOOP("EngineMessage", "Sizes go from 1 to %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "A text has a length and a number of words only"),
    QT_TRANSLATE_NOOP("EngineMessage", "A shape has at most 4 sizes"),
    QT_TRANSLATE_NOOP("EngineMessage", "Write numbers with x between them, such as 28x28x1, or words:40:2000 for a text"),
    QT_TRANSLATE_NOOP("EngineMessage", "such as 28x28x1, 784 or words:40:2000"),
    QT_TRANSLATE_NOOP("EngineMessage", "An example of the data has no numbers in it"),
    QT_TRANSLATE_NOOP("EngineMessage", "Look at the data: every column or picture may have been left out"),
    QT_TRANSLATE_NOOP("EngineMessage", "at least 1 number"),
    QT_TRANSLATE_NOOP("EngineMessage", "The shape of the data is not known yet"),
    QT_TRANSLATE_NOOP("EngineMessage", "Load data, or write the shape here, such as 28x28x1"),
    QT_TRANSLATE_NOOP("EngineMessage", "data or a shape"),
    QT_TRANSLATE_NOOP("EngineMessage", "The Input is set to %1 words, but the data have %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "The Input is set to %1, but an example of the data is %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Clear the shape, then it is taken from the data"),
    QT_TRANSLATE_NOOP("EngineMessage", "at least %1 words"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 needs %2, but gets %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 cannot be that"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1, rows"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1, columns"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1, or two such as 5x3"),
    QT_TRANSLATE_NOOP("EngineMessage", "there is no such setting"),
    QT_TRANSLATE_NOOP("EngineMessage", "There is no such setting"),
    QT_TRANSLATE_NOOP("EngineMessage", "no settings"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 from %2 to %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 of at least %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 of at most %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "a whole number"),
    QT_TRANSLATE_NOOP("EngineMessage", "true or false"),
    QT_TRANSLATE_NOOP("EngineMessage", "a text"),
    QT_TRANSLATE_NOOP("EngineMessage", "a path"),
    QT_TRANSLATE_NOOP("EngineMessage", "a value"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 in the block “%2”"),
    QT_TRANSLATE_NOOP("EngineMessage", "Add a Block input before %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete the edge from %1 back to %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete all %1 edges that run back"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete the branch that ends in %1 (%2 layers)"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete the branch that ends in %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Keep only the end %1, and delete what leads elsewhere (%2 layers)"),
    QT_TRANSLATE_NOOP("EngineMessage", "Keep only the end %1, and delete what leads elsewhere"),
    QT_TRANSLATE_NOOP("EngineMessage", "Join the ends with %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Let %1 feed all, and delete the other Inputs"),
    QT_TRANSLATE_NOOP("EngineMessage", "Rename this one “%1”"),
    QT_TRANSLATE_NOOP("EngineMessage", "Add an Input before %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Add an Input"),
    QT_TRANSLATE_NOOP("EngineMessage", "Use the %1 of this program for %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Drop the settings of %1 that %2 does not have"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put the edges into %1 in order"),
    QT_TRANSLATE_NOOP("EngineMessage", "Set the padding of %1 to same"),
    QT_TRANSLATE_NOOP("EngineMessage", "Let the table have as many rows as the data have words"),
    QT_TRANSLATE_NOOP("EngineMessage", "Take the shape of the Input from the data"),
    QT_TRANSLATE_NOOP("EngineMessage", "Insert %1 between %2 and %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "Insert %1 before %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Append %1 to %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Replace %1 by %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Connect %1 to %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Move %1 before %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "Move %1 to the end"),
    QT_TRANSLATE_NOOP("EngineMessage", "Set the %1 of %2 to %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "Set %1 of %2 to %3"),
    QT_TRANSLATE_NOOP("EngineMessage", "Switch %1 on again"),
    QT_TRANSLATE_NOOP("EngineMessage", "Unfreeze all layers"),
    QT_TRANSLATE_NOOP("EngineMessage", "Unfreeze %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Delete %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "Take %1 as the loss"),
    QT_TRANSLATE_NOOP("EngineMessage", "Let the data choose the loss"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 compares numbers as they are, but the data standardize their targets"),
    QT_TRANSLATE_NOOP("EngineMessage", "Put the settings of the %1 back to their standards"),
    QT_TRANSLATE_NOOP("EngineMessage", "Measure all that suits the data"),
    QT_TRANSLATE_NOOP("EngineMessage", "The best epoch is told by “%1”, which says nothing about these data"),
    QT_TRANSLATE_NOOP("EngineMessage", "Tell the best epoch by the loss"),
    QT_TRANSLATE_NOOP("EngineMessage", "There is no such loss"),
    QT_TRANSLATE_NOOP("EngineMessage", "There is no such metric"),
    QT_TRANSLATE_NOOP("EngineMessage", "There is no %1 “%2”"),
    QT_TRANSLATE_NOOP("EngineMessage", "Take “%1” as the %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 compares numbers; class numbers have no order or distance, so take a "
                                       "cross-entropy"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 compares classes; for numbers take mean squared error"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 tells two classes apart; for more take categorical cross-entropy"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 compares distributions; for single numbers take mean squared error"),
    QT_TRANSLATE_NOOP("EngineMessage", "Hinge loss needs a wrong class to stay ahead of"),
    QT_TRANSLATE_NOOP("EngineMessage", "The data names no classes"),
    QT_TRANSLATE_NOOP("EngineMessage", "The end of the network does not suit the loss; put Flatten or "
                                       "GlobalAveragePool and a Dense layer of %1 units at the end"),
    QT_TRANSLATE_NOOP("EngineMessage", "The end of the network does not suit the loss; give the last Dense layer %1 units"),
    QT_TRANSLATE_NOOP("EngineMessage", "The end of the network does not fit the data, so no loss suits"),
    QT_TRANSLATE_NOOP("EngineMessage", "This is no list of weights"),
    QT_TRANSLATE_NOOP("EngineMessage", "numbers of 0 or more, such as 1, 2.5"),
    QT_TRANSLATE_NOOP("EngineMessage", "There must be one weight for each class"),
    QT_TRANSLATE_NOOP("EngineMessage", "No class would count"),
    QT_TRANSLATE_NOOP("EngineMessage", "a weight above 0"),
    QT_TRANSLATE_NOOP("EngineMessage", "a target of numbers"),
    QT_TRANSLATE_NOOP("EngineMessage", "two classes or more"),
    QT_TRANSLATE_NOOP("EngineMessage", "two classes"),
    QT_TRANSLATE_NOOP("EngineMessage", "classes"),
    QT_TRANSLATE_NOOP("EngineMessage", "at least one class"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 for each example, as the target has"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 for each example, one for each class"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 for each example, the logit of the second class"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 for each example, one for each part of the distribution"),
    QT_TRANSLATE_NOOP("EngineMessage", "classes, or several numbers that add up to 1"),
    QT_TRANSLATE_NOOP("EngineMessage", "binary cross-entropy"),
    QT_TRANSLATE_NOOP("EngineMessage", "categorical cross-entropy"),
    QT_TRANSLATE_NOOP("EngineMessage", "hinge loss"),
    QT_TRANSLATE_NOOP("EngineMessage", "Huber loss"),
    QT_TRANSLATE_NOOP("EngineMessage", "mean absolute error"),
    QT_TRANSLATE_NOOP("EngineMessage", "mean squared error"),
    QT_TRANSLATE_NOOP("EngineMessage", "optimizer"),
    QT_TRANSLATE_NOOP("EngineMessage", "schedule"),
    QT_TRANSLATE_NOOP("EngineMessage", "loss"),
    QT_TRANSLATE_NOOP("EngineMessage", "metric"),
    QT_TRANSLATE_NOOP("EngineMessage", "a vector of %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "a sequence of %1 vectors of %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "a row of %1 word ids"),
    QT_TRANSLATE_NOOP("EngineMessage", "a row of word ids"),
    QT_TRANSLATE_NOOP("EngineMessage", "a single number without an axis"),
    QT_TRANSLATE_NOOP("EngineMessage", "a single number"),
    QT_TRANSLATE_NOOP("EngineMessage", "a sequence (steps × numbers)"),
    QT_TRANSLATE_NOOP("EngineMessage", "a picture (height × width × channels)"),
    QT_TRANSLATE_NOOP("EngineMessage", "a picture or a sequence of vectors"),
    QT_TRANSLATE_NOOP("EngineMessage", "a %1 picture"),
    QT_TRANSLATE_NOOP("EngineMessage", "a %1 block of numbers"),
    QT_TRANSLATE_NOOP("EngineMessage", "a %1 block"),
    QT_TRANSLATE_NOOP("EngineMessage", "a vector"),
    QT_TRANSLATE_NOOP("EngineMessage", "numbers"),
    QT_TRANSLATE_NOOP("EngineMessage", "word ids"),
    QT_TRANSLATE_NOOP("EngineMessage", "nothing"),
    QT_TRANSLATE_NOOP("EngineMessage", "a number"),
    QT_TRANSLATE_NOOP("EngineMessage", "1 number"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 numbers"),
    QT_TRANSLATE_NOOP("EngineMessage", "1 input"),
    QT_TRANSLATE_NOOP("EngineMessage", "no inputs"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 or more inputs"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 inputs"),
    QT_TRANSLATE_NOOP("EngineMessage", "input %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 classes"),
    QT_TRANSLATE_NOOP("EngineMessage", "1 unit"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 units"),
    QT_TRANSLATE_NOOP("EngineMessage", "1 filter"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 filters"),
    QT_TRANSLATE_NOOP("EngineMessage", "at most %1 row"),
    QT_TRANSLATE_NOOP("EngineMessage", "at most %1 rows"),
    QT_TRANSLATE_NOOP("EngineMessage", "at most %1 column"),
    QT_TRANSLATE_NOOP("EngineMessage", "at most %1 columns"),
    QT_TRANSLATE_NOOP("EngineMessage", "at most %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "one of %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 and %2 more"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 and %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 or %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1, %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 with %2"),
    QT_TRANSLATE_NOOP("EngineMessage", "an %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "a %1"),
    QT_TRANSLATE_NOOP("EngineMessage", "%1 %2"),
};

constexpr qsizetype kMostRemembered = 4000;

struct Pattern {
    QRegularExpression shortest, longest;  ///< where a separator occurs twice: cut at the first, or at the last
    QString translated;
    std::vector<bool> named;  ///< of each %n: it is a name in quotes
};

Pattern patternOf(const char* text) {
    const QString source = QString::fromUtf8(text);
    Pattern pattern{{}, {}, QCoreApplication::translate("EngineMessage", text), {}};
    QString expression;
    for (qsizetype at = 0; at < source.size(); ++at) {
        if (source[at] == u'%' && at + 1 < source.size() && source[at + 1].isDigit()) {
            pattern.named.push_back(at > 0 && source[at - 1] == u'“');
            expression += QStringLiteral("(.+?)");
            ++at;
        } else {
            expression += QRegularExpression::escape(source[at]);
        }
    }
    // A message may begin with a capital where it is a sentence, and without where it is part of one.
    pattern.shortest = QRegularExpression(QRegularExpression::anchoredPattern(expression), QRegularExpression::CaseInsensitiveOption);
    pattern.longest = pattern.shortest;
    pattern.longest.setPatternOptions(pattern.shortest.patternOptions() | QRegularExpression::InvertedGreedinessOption);
    return pattern;
}

/// What is said without phrases inside: whole templates, then titles, choices and names that the engine declares. By what
/// it is in English, in lower case.
QHash<QString, QString> wholeTexts() {
    QHash<QString, QString> all;
    const auto add = [&](const QString& english, const QString& said) {
        if (const QString key = english.toLower(); !all.contains(key)) all.insert(key, said);
    };
    for (const char* text : kTemplates)
        if (const QString english = QString::fromUtf8(text); !english.contains(u'%')) add(english, QCoreApplication::translate("EngineMessage", text));
    const auto title = [&](const std::string& text) { add(QString::fromStdString(text), engineText(text)); };
    const auto same = [&](const std::string& text) { add(QString::fromStdString(text), QString::fromStdString(text)); };
    std::vector<const std::vector<SettingSpec>*> settings;
    for (const auto* layer : layers::allLayers()) title(layer->title), settings.push_back(&layer->settings);
    for (const auto* loss : train::allLosses()) title(loss->title), settings.push_back(&loss->settings);
    for (const auto* specs : settings)
        for (const SettingSpec& spec : *specs) title(spec.title);
    // Names and choices stay as they are; what is a title as well has been told as one.
    for (const auto* specs : settings)
        for (const SettingSpec& spec : *specs) {
            same(spec.name);
            for (const std::string& choice : spec.choices) same(choice);
        }
    for (const auto* loss : train::allLosses()) same(loss->id);
    return all;
}

struct Known {
    QString language;
    QHash<QString, QString> whole;
    std::vector<Pattern> patterns;
    QHash<QString, std::optional<QString>> remembered;  ///< so that what is not known is not searched for in many ways
};

Known& known() {
    static Known known;
    if (known.language == language()) return known;
    known = {language(), wholeTexts(), {}, {}};
    for (const char* text : kTemplates)
        if (QString::fromUtf8(text).contains(u'%')) known.patterns.push_back(patternOf(text));
    return known;
}

/// A number, a shape, a sum.
bool isFigures(const QString& text) {
    static const QRegularExpression figures(QStringLiteral("^[-−+0-9.,×x:/]*[0-9](e[-+]?[0-9]+)?[-−+0-9.,×x:/]*$"));
    return figures.match(text).hasMatch();
}

std::optional<QString> translated(const QString& text);

std::optional<QString> filledIn(const Pattern& pattern, const QRegularExpressionMatch& match) {
    QStringList parts;
    for (int i = 0; i < static_cast<int>(pattern.named.size()); ++i) {
        const QString part = match.captured(i + 1);
        const auto said = pattern.named[static_cast<std::size_t>(i)] ? std::optional(part) : translated(part);
        if (!said) return std::nullopt;
        parts << *said;
    }
    QString filled;
    for (qsizetype at = 0; at < pattern.translated.size(); ++at) {  // in one go: a name may hold a %1 of its own
        const QChar sign = pattern.translated[at];
        const int number = sign == u'%' && at + 1 < pattern.translated.size() ? pattern.translated[at + 1].digitValue() : -1;
        if (number >= 1 && number <= parts.size()) {
            filled += parts[number - 1];
            ++at;
        } else {
            filled += sign;
        }
    }
    return filled;
}

std::optional<QString> search(const QString& text) {
    for (const Pattern& pattern : known().patterns)
        for (const QRegularExpression* cut : {&pattern.shortest, &pattern.longest}) {
            const auto match = cut->match(text);
            if (!match.hasMatch()) break;
            auto said = filledIn(pattern, match);
            if (!said) continue;
            if (text[0].isUpper()) said->replace(0, 1, said->at(0).toUpper());
            return said;
        }
    return std::nullopt;
}

std::optional<QString> translated(const QString& text) {
    if (text.isEmpty() || isFigures(text)) return text;
    static const QRegularExpression name(QStringLiteral("^“([^“”]+)”$"));
    if (const auto match = name.match(text); match.hasMatch()) return QCoreApplication::translate("EngineMessage", "“%1”").arg(match.captured(1));
    if (const auto whole = known().whole.constFind(text.toLower()); whole != known().whole.constEnd()) return *whole;
    if (const auto before = known().remembered.constFind(text); before != known().remembered.constEnd()) return *before;
    if (known().remembered.size() > kMostRemembered) known().remembered.clear();
    auto said = search(text);
    known().remembered.insert(text, said);
    return said;
}

/// Sentence by sentence, as far as the full stops that only separate them; what is not known stays as it is.
QString sentences(const QString& text) {
    if (auto said = translated(text)) return *said;
    const qsizetype stop = text.indexOf(QStringLiteral(". "));
    if (stop < 0) return text;
    const auto first = translated(text.left(stop));
    return first ? *first + QStringLiteral(". ") + sentences(text.mid(stop + 2)) : text;
}

}  // namespace

QString engineMessage(const std::string& text) {
    const QString english = QString::fromStdString(text);
    if (english.isEmpty() || language() == QLatin1String("en")) return english;
    if (english.endsWith(u'.')) return sentences(english.chopped(1)) + u'.';
    return sentences(english);
}

QString findingText(const network::Finding& finding) {
    QString text = engineMessage(finding.what);
    // As Finding::text(): what was found is usually part of the sentence already.
    if (!finding.found.empty() && finding.what.find(finding.found) == std::string::npos) {
        const QString found = engineMessage(finding.found);
        text += finding.expected.empty()
                    ? QCoreApplication::translate("EngineMessage", " (found %1)").arg(found)
                    : QCoreApplication::translate("EngineMessage", " (expected %1, found %2)").arg(engineMessage(finding.expected), found);
    }
    if (!finding.tryThis.empty()) text += QStringLiteral(". ") + engineMessage(finding.tryThis);
    if (!text.isEmpty() && !text.endsWith(u'.')) text += u'.';
    return text;
}

QString errorText(const Error& error) {
    Error said = error;
    for (std::string* part : {&said.what, &said.expected, &said.found}) *part = engineMessage(*part).toStdString();
    if (language() == QLatin1String("en")) return QString::fromStdString(said.message());
    QString text = QString::fromStdString(said.where.empty() ? said.what : said.where + ": " + said.what);
    const QString expected = QString::fromStdString(said.expected), found = QString::fromStdString(said.found);
    if (!expected.isEmpty() && !found.isEmpty()) text += QCoreApplication::translate("EngineMessage", " (expected %1, found %2)").arg(expected, found);
    else if (!expected.isEmpty()) text += QCoreApplication::translate("EngineMessage", " (expected %1)").arg(expected);
    else if (!found.isEmpty()) text += QCoreApplication::translate("EngineMessage", " (found %1)").arg(found);
    return text;
}

}  // namespace perceptarium::ui
