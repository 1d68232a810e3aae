<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActivationsView</name>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Activations of the example</source>
        <translation>Aktivierungen des Beispiels</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>The way of the example through the whole network, layer by layer.</source>
        <translation>Der Weg des Beispiels durch das ganze Netz, Schicht für Schicht.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>   first %1 of %2 channels</source>
        <translation>   die ersten %1 von %2 Kanälen</translation>
    </message>
    <message>
        <source>   positions across, features down</source>
        <translation>   Positionen waagrecht, Merkmale senkrecht</translation>
    </message>
    <message>
        <source>the network says %1 (%2 %)</source>
        <translation>das Netz sagt %1 (%2 %)</translation>
    </message>
    <message>
        <source>the network says %1</source>
        <translation>das Netz sagt %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What every layer makes of one example</source>
        <translation>Was jede Schicht aus einem Beispiel macht</translation>
    </message>
    <message>
        <source>Waiting for the trainer.</source>
        <translation>Das Training wird vorbereitet.</translation>
    </message>
    <message>
        <source>%1, channel %2, row %3, column %4: %5</source>
        <translation>%1, Kanal %2, Zeile %3, Spalte %4: %5</translation>
    </message>
    <message>
        <source>%1, position %2, feature %3: %4</source>
        <translation>%1, Position %2, Merkmal %3: %4</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <translation>%1, Einheit %2: %3</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>My blocks</source>
        <translation>Meine Blöcke</translation>
    </message>
    <message>
        <source>Ready blocks</source>
        <translation>Fertige Blöcke</translation>
    </message>
    <message>
        <source>Rename the block</source>
        <translation>Den Block umbenennen</translation>
    </message>
    <message>
        <source>A block of your own.</source>
        <translation>Ein eigener Block.</translation>
    </message>
    <message>
        <source>Blocks of this project</source>
        <translation>Blöcke dieses Projekts</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>from the data</source>
        <translation>aus den Daten</translation>
    </message>
    <message>
        <source>missing layer</source>
        <translation>fehlende Schicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 param(s)</source>
        <translation>
            <numerusform>%1 Param.</numerusform>
            <numerusform>%1 Param.</numerusform>
        </translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>node %1, %2</source>
        <translation>Knoten %1, %2</translation>
    </message>
    <message>
        <source>, output %1</source>
        <translation>, Ausgabe %1</translation>
    </message>
    <message>
        <source>, error</source>
        <translation>, Fehler</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>ohne %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 parameter(s)</source>
        <translation>
            <numerusform>%1 Parameter</numerusform>
            <numerusform>%1 Parameter</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected:</source>
        <translation>Erwartet:</translation>
    </message>
    <message>
        <source>Came:</source>
        <translation>Gekommen:</translation>
    </message>
    <message>
        <source>Try:</source>
        <translation>Versuch:</translation>
    </message>
    <message>
        <source>A note. Double-click or F2 edits it; drag it to move it, a side or corner to resize it.</source>
        <translation>Eine Notiz. Doppelklick oder F2 ändert sie; ziehen verschiebt sie, an Seite oder Ecke ziehen ändert ihre Größe.</translation>
    </message>
    <message>
        <source>A frame. Drag its title to move it with all that lies in it, a side or corner to resize it; double-click the title or press F2 to edit it.</source>
        <translation>Ein Rahmen. Am Titel ziehen verschiebt ihn mit allem, was darin liegt, an Seite oder Ecke ziehen ändert seine Größe; Doppelklick auf den Titel oder F2 ändert ihn.</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Rahmen %1</translation>
    </message>
    <message>
        <source>bypassed</source>
        <translation>umgangen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Bypassed&lt;/b&gt;: as if it were not there; its first input goes on in its place. M switches it on again.</source>
        <translation>&lt;b&gt;Umgangen&lt;/b&gt;: als wäre sie nicht da; ihr erster Eingang geht an ihrer Stelle weiter. M schaltet sie wieder ein.</translation>
    </message>
    <message>
        <source>, bypassed</source>
        <translation>, umgangen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Left out&lt;/b&gt;: it only leads into a bypassed layer.</source>
        <translation>&lt;b&gt;Ausgelassen&lt;/b&gt;: Sie führt nur in eine umgangene Schicht.</translation>
    </message>
    <message>
        <source>, left out</source>
        <translation>, ausgelassen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Frozen&lt;/b&gt;: what it has learned is not trained further. L unfreezes it.</source>
        <translation>&lt;b&gt;Eingefroren&lt;/b&gt;: Was sie gelernt hat, wird nicht weiter trainiert. L taut sie auf.</translation>
    </message>
    <message>
        <source>, frozen</source>
        <translation>, eingefroren</translation>
    </message>
    <message>
        <source>&lt;b&gt;Collapsed&lt;/b&gt;: H shows all of it again.</source>
        <translation>&lt;b&gt;Eingeklappt&lt;/b&gt;: H zeigt wieder alles.</translation>
    </message>
    <message>
        <source>, collapsed</source>
        <translation>, eingeklappt</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>Fa&amp;rbe</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>from outside</source>
        <translation>von außen</translation>
    </message>
    <message>
        <source>Double-click or Enter opens the block.</source>
        <translation>Doppelklick oder Enter öffnet den Block.</translation>
    </message>
    <message numerus="yes">
        <source>, %n times</source>
        <translation>
            <numerusform>, %n-mal</numerusform>
            <numerusform>, %n-mal</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>guess (counts)</source>
        <translation>Antwort (Anzahl)</translation>
    </message>
    <message>
        <source>guess (% of the truth)</source>
        <translation>Antwort (% der Wahrheit)</translation>
    </message>
    <message>
        <source>guess (% of the guess)</source>
        <translation>Antwort (% der Antworten)</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>right, 0 … 100 %</source>
        <translation>richtig, 0 … 100 %</translation>
    </message>
    <message>
        <source>mistaken, 0 … 100 %</source>
        <translation>falsch, 0 … 100 %</translation>
    </message>
    <message>
        <source>%1 of %2 examples of %3 (%4 %) were taken for %5.
Of all guesses %5, %6 % are these.</source>
        <translation>%1 von %2 Beispielen für %3 (%4 %) wurden für %5 gehalten.
Von allen Antworten %5 sind das %6 %.</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Confusion matrix: arrow keys choose a cell</source>
        <translation>Konfusionsmatrix: Pfeiltasten wählen eine Zelle</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Teil der Daten</translation>
    </message>
    <message>
        <source>Judge on dev while you work, and on test only at the end: what you tune by is no fair judge.</source>
        <translation>Während der Arbeit mit Dev beurteilen, mit Test erst am Ende: Wonach man einstellt, urteilt nicht unparteiisch.</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>How many examples of this part are judged, evenly spread over it.</source>
        <translation>Wie viele Beispiele dieses Teils beurteilt werden, gleichmäßig verteilt.</translation>
    </message>
    <message>
        <source>500 examples</source>
        <translation>500 Beispiele</translation>
    </message>
    <message>
        <source>2,000 examples</source>
        <translation>2000 Beispiele</translation>
    </message>
    <message>
        <source>10,000 examples</source>
        <translation>10 000 Beispiele</translation>
    </message>
    <message>
        <source>all examples</source>
        <translation>alle Beispiele</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Counts, or shares: of each true class (its recall is on the diagonal), or of each guess (precision).</source>
        <translation>Anzahlen oder Anteile: an jeder wahren Klasse (auf der Diagonale steht ihr Recall) oder an jeder Antwort (Precision).</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>share of the truth</source>
        <translation>Anteil an der Wahrheit</translation>
    </message>
    <message>
        <source>share of the guess</source>
        <translation>Anteil an der Antwort</translation>
    </message>
    <message>
        <source>this part has no examples</source>
        <translation>dieser Teil hat keine Beispiele</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n Beispiel</numerusform>
            <numerusform>%n Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % right of %2</source>
        <translation>%1 % von %2 richtig</translation>
    </message>
    <message>
        <source>What is taken for what</source>
        <translation>Was wofür gehalten wird</translation>
    </message>
    <message>
        <source>This part of the data has no examples: choose another one.</source>
        <translation>Dieser Teil der Daten hat keine Beispiele: einen anderen wählen.</translation>
    </message>
    <message>
        <source>Waiting for the trainer.</source>
        <translation>Das Training wird vorbereitet.</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Metric below the loss</source>
        <translation>Metrik unter dem Loss</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Waagrechte Achse</translation>
    </message>
    <message>
        <source>Steps count mini-batches, epochs count passes over the training set; time lets runs of different batch sizes be compared.</source>
        <translation>Schritte zählen Mini-Batches, Epochen Durchgänge durch die Trainingsdaten; nach der Zeit lassen sich Läufe mit verschiedenen Batch-Größen vergleichen.</translation>
    </message>
    <message>
        <source>by step</source>
        <translation>nach Schritten</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>nach Epochen</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>nach Zeit</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Batches differ, so the raw curve is noisy. This draws a running mean over it; the raw values stay visible behind.</source>
        <translation>Batches unterscheiden sich, daher rauscht die rohe Kurve. Darüber wird ein gleitendes Mittel gezeichnet; die rohen Werte bleiben dahinter sichtbar.</translation>
    </message>
    <message>
        <source>Logarithmic axis</source>
        <translation>Logarithmische Achse</translation>
    </message>
    <message>
        <source>Logarithmic loss axis: shows small improvements late in a run.</source>
        <translation>Logarithmische Loss-Achse: zeigt kleine Fortschritte spät im Lauf.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Back to the whole run (double-click on a chart does the same).</source>
        <translation>Zurück zum ganzen Lauf (ein Doppelklick ins Diagramm tut dasselbe).</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>Lay recorded runs over this one.</source>
        <translation>Aufgezeichnete Läufe über diesen legen.</translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation>Loss-Kurven</translation>
    </message>
    <message>
        <source>Metric curves</source>
        <translation>Metrik-Kurven</translation>
    </message>
    <message>
        <source>Press play (F5): loss and metrics of every mini-batch appear here.</source>
        <translation>Start drücken (F5): Loss und Metriken jedes Mini-Batches erscheinen hier.</translation>
    </message>
    <message>
        <source>loss only</source>
        <translation>nur Loss</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>loss (standardized)</source>
        <translation>Loss (standardisiert)</translation>
    </message>
    <message>
        <source>What the lower chart shows. The loss is what training lowers; a metric is what people read. With penalties (L1, L2), the cost is the loss and what they add to it.</source>
        <translation>Was das untere Diagramm zeigt. Den Loss senkt das Training; eine Metrik lesen Menschen. Mit Strafen (L1, L2) sind die Kosten der Loss und was sie hinzufügen.</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>EmbeddingView</name>
    <message>
        <source>Embedding</source>
        <translation>Einbettung</translation>
    </message>
    <message>
        <source>Map of the points</source>
        <translation>Karte der Punkte</translation>
    </message>
    <message>
        <source>Words or examples</source>
        <translation>Wörter oder Beispiele</translation>
    </message>
    <message>
        <source>The rows of the embedding matrix, one a word, or this layer&apos;s output for whole examples.</source>
        <translation>Die Zeilen der Einbettungsmatrix, eine je Wort, oder die Ausgabe dieser Schicht für ganze Beispiele.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>PCA: the two directions of largest variance, at once and without distortion.
t-SNE: keeps neighbours together and shows groups; distances between groups mean little.</source>
        <translation>PCA: die zwei Richtungen größter Varianz, sofort und unverzerrt.
t-SNE: hält Nachbarn zusammen und zeigt Gruppen; Abstände zwischen Gruppen bedeuten wenig.</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>perplexity </source>
        <translation>Perplexität </translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>About how many neighbours t-SNE tries to keep for every point. Small: fine structure; large: the whole.</source>
        <translation>Etwa so viele Nachbarn versucht t-SNE jedem Punkt zu erhalten. Klein: feine Struktur; groß: das Ganze.</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Teil der Daten</translation>
    </message>
    <message>
        <source>Dev examples show how what it learned carries over to new ones.</source>
        <translation>Dev-Beispiele zeigen, wie sich das Gelernte auf neue überträgt.</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>Anzahl der Punkte</translation>
    </message>
    <message>
        <source>More points show more, and take longer.</source>
        <translation>Mehr Punkte zeigen mehr und dauern länger.</translation>
    </message>
    <message>
        <source>250 points</source>
        <translation>250 Punkte</translation>
    </message>
    <message>
        <source>500 points</source>
        <translation>500 Punkte</translation>
    </message>
    <message>
        <source>1,000 points</source>
        <translation>1000 Punkte</translation>
    </message>
    <message>
        <source>2,000 points</source>
        <translation>2000 Punkte</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>What stands at each place</source>
        <translation>Was an jeder Stelle steht</translation>
    </message>
    <message>
        <source>Find a word or class</source>
        <translation>Wort oder Klasse finden</translation>
    </message>
    <message>
        <source>Find points</source>
        <translation>Punkte finden</translation>
    </message>
    <message>
        <source>Points whose word, caption or class contains this stay bright; Enter picks the next of them.</source>
        <translation>Punkte, deren Wort, Beschriftung oder Klasse dies enthält, bleiben hell; Enter wählt den nächsten.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>All points (double-click does the same).</source>
        <translation>Alle Punkte (ein Doppelklick tut dasselbe).</translation>
    </message>
    <message>
        <source>dots</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>iteration %1, KL %2</source>
        <translation>Iteration %1, KL %2</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>What the network finds alike</source>
        <translation>Was das Netz ähnlich findet</translation>
    </message>
    <message>
        <source>Every example as a point, near those that this layer treats alike. Waiting for the trainer.</source>
        <translation>Jedes Beispiel als Punkt, nahe bei denen, die diese Schicht gleich behandelt. Das Training wird vorbereitet.</translation>
    </message>
    <message>
        <source>t-SNE: only neighbourhoods count, axes have no unit</source>
        <translation>t-SNE: nur Nachbarschaften zählen, die Achsen haben keine Einheit</translation>
    </message>
    <message>
        <source>across: component 1 (%1 % of the variance), up: component 2 (%2 %)</source>
        <translation>waagrecht: Komponente 1 (%1 % der Varianz), senkrecht: Komponente 2 (%2 %)</translation>
    </message>
    <message>
        <source>t-SNE: axes have no unit</source>
        <translation>t-SNE: Achsen ohne Einheit</translation>
    </message>
    <message>
        <source>→ component 1 (%1 %)  ↑ component 2 (%2 %)</source>
        <translation>→ Komponente 1 (%1 %)  ↑ Komponente 2 (%2 %)</translation>
    </message>
    <message>
        <source>nearest in this layer (cosine)</source>
        <translation>die nächsten in dieser Schicht (Kosinus)</translation>
    </message>
    <message>
        <source>Laying out the t-SNE map</source>
        <translation>Die t-SNE-Karte wird berechnet</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>1 / (1 + rate · epoch)</source>
        <translation>1 / (1 + Rate · Epoche)</translation>
    </message>
    <message>
        <source>1 / √t</source>
        <translation>1 / √t</translation>
    </message>
    <message>
        <source>1: a straight line.</source>
        <translation>1: eine gerade Linie.</translation>
    </message>
    <message>
        <source>A Leaky ReLU that learns how much of a negative number to let through.</source>
        <translation>Ein Leaky ReLU, der lernt, wie viel von einer negativen Zahl er durchlässt.</translation>
    </message>
    <message>
        <source>A ReLU with a rounded corner; every output is positive.</source>
        <translation>Ein ReLU mit runder Ecke; jede Ausgabe ist positiv.</translation>
    </message>
    <message>
        <source>A branch runs past two convolutions and is added again: the idea behind very deep networks.</source>
        <translation>Ein Zweig läuft an zwei Faltungen vorbei und wird wieder addiert: die Idee hinter sehr tiefen Netzen.</translation>
    </message>
    <message>
        <source>A folder with one file of lines for each class, or a file whose lines begin with their class.</source>
        <translation>Ein Ordner mit einer Zeilendatei je Klasse, oder eine Datei, deren Zeilen mit ihrer Klasse beginnen.</translation>
    </message>
    <message>
        <source>A folder with one folder for each class, with or without train, dev and test above them.</source>
        <translation>Ein Ordner mit einem Ordner je Klasse, mit oder ohne train, dev und test darüber.</translation>
    </message>
    <message>
        <source>A folder with one folder of pictures for each class, with or without train, val and test above them.</source>
        <translation>Ein Ordner mit einem Bilderordner je Klasse, mit oder ohne train, val und test darüber.</translation>
    </message>
    <message>
        <source>A random rotation: it keeps lengths exactly, so very deep or recurrent networks start well.</source>
        <translation>Eine zufällige Drehung: Sie erhält Längen genau, sodass sehr tiefe oder rekurrente Netze gut beginnen.</translation>
    </message>
    <message>
        <source>A small convolutional network, after LeNet-5, learns to read handwritten digits.</source>
        <translation>Ein kleines Faltungsnetz nach LeNet-5 lernt handgeschriebene Ziffern lesen.</translation>
    </message>
    <message>
        <source>A small number under the root, so that nothing is divided by 0.</source>
        <translation>Eine kleine Zahl unter der Wurzel, damit nichts durch 0 geteilt wird.</translation>
    </message>
    <message>
        <source>A step straight down the gradient of each mini-batch.</source>
        <translation>Ein Schritt geradewegs den Gradienten jedes Mini-Batches hinab.</translation>
    </message>
    <message>
        <source>A table with a column of texts; plain or .gz.</source>
        <translation>Eine Tabelle mit einer Spalte Texte; einfach oder .gz.</translation>
    </message>
    <message>
        <source>A text a line</source>
        <translation>Ein Text je Zeile</translation>
    </message>
    <message>
        <source>Above 1 the probabilities come closer to each other, below 1 the largest takes almost all; 1: as usual.</source>
        <translation>Über 1 rücken die Wahrscheinlichkeiten zusammen, unter 1 nimmt die größte fast alles; 1: wie üblich.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>Adam with weight decay of its own, which acts alike on all weights; the usual choice for Transformers.</source>
        <translation>Adam mit eigenem Gewichtszerfall, der auf alle Gewichte gleich wirkt; die übliche Wahl für Transformer.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Add a learned offset b to every output, so that it need not be 0 where all inputs are 0.</source>
        <translation>Zu jeder Ausgabe einen gelernten Versatz b addieren, damit sie nicht 0 sein muss, wo alle Eingänge 0 sind.</translation>
    </message>
    <message>
        <source>Add a learned offset to every filter&apos;s answer.</source>
        <translation>Zur Antwort jedes Filters einen gelernten Versatz addieren.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Adds an input that says whether a value is there, for columns that miss one in twenty or more: that it is missing often says something.</source>
        <translation>Fügt einen Eingang hinzu, der sagt, ob ein Wert da ist, für Spalten, denen jeder zwanzigste oder mehr fehlt: Das Fehlen sagt oft etwas.</translation>
    </message>
    <message>
        <source>After so many epochs without anything better.</source>
        <translation>Nach so vielen Epochen ohne etwas Besseres.</translation>
    </message>
    <message>
        <source>All 0. For biases; weights that start alike would stay alike.</source>
        <translation>Alle 0. Für Biases; Gewichte, die gleich beginnen, blieben gleich.</translation>
    </message>
    <message>
        <source>All pictures become this high; 0 as for the width.</source>
        <translation>Alle Bilder werden so hoch; 0 wie bei der Breite.</translation>
    </message>
    <message>
        <source>All pictures become this wide; 0 keeps the size of small pictures that are all alike, else 64.</source>
        <translation>Alle Bilder werden so breit; 0 behält die Größe kleiner, gleich großer Bilder, sonst 64.</translation>
    </message>
    <message>
        <source>All the same number. Weights that start alike stay alike: for biases, or to see just that.</source>
        <translation>Alle dieselbe Zahl. Gewichte, die gleich beginnen, bleiben gleich: für Biases, oder um genau das zu sehen.</translation>
    </message>
    <message>
        <source>Among how many equally likely classes the network seems to choose: 1 is certain and right, as many as there are classes is guessing.</source>
        <translation>Unter wie vielen gleich wahrscheinlichen Klassen das Netz zu wählen scheint: 1 ist sicher und richtig, so viele wie es Klassen gibt, ist Raten.</translation>
    </message>
    <message>
        <source>Among how many of the most probable classes top-k accuracy looks for the right one.</source>
        <translation>Unter wie vielen der wahrscheinlichsten Klassen die Top-k-Genauigkeit die richtige sucht.</translation>
    </message>
    <message>
        <source>An ELU with two constants that keep mean 0 and variance 1 from layer to layer.</source>
        <translation>Ein ELU mit zwei Konstanten, die Mittel 0 und Varianz 1 von Schicht zu Schicht erhalten.</translation>
    </message>
    <message>
        <source>Any shape: drag the points of the curve, or write them as progress:factor.</source>
        <translation>Beliebige Form: die Punkte der Kurve ziehen, oder sie als Fortschritt:Faktor schreiben.</translation>
    </message>
    <message>
        <source>Anywhere between −r and r, equally likely, whatever the layer&apos;s size.</source>
        <translation>Irgendwo zwischen −r und r, gleich wahrscheinlich, wie groß die Schicht auch ist.</translation>
    </message>
    <message>
        <source>Apples, pears and quinces: a table of weights and sizes with a column of colours.</source>
        <translation>Äpfel, Birnen und Quitten: eine Tabelle von Gewichten und Größen mit einer Spalte Farben.</translation>
    </message>
    <message>
        <source>As Glorot uniform, drawn from a normal distribution.</source>
        <translation>Wie Glorot gleichverteilt, aus einer Normalverteilung gezogen.</translation>
    </message>
    <message>
        <source>As He normal, drawn evenly between two bounds.</source>
        <translation>Wie He normal, gleichmäßig zwischen zwei Grenzen gezogen.</translation>
    </message>
    <message>
        <source>As normal, but numbers beyond 2s are drawn again, so that none starts far out.</source>
        <translation>Wie normal, doch Zahlen jenseits von 2s werden neu gezogen, damit keine weit draußen beginnt.</translation>
    </message>
    <message>
        <source>At every step</source>
        <translation>Bei jedem Schritt</translation>
    </message>
    <message>
        <source>Average pool</source>
        <translation>Average pool</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>Mittelung</translation>
    </message>
    <message>
        <source>Balanced makes rare classes count as much as frequent ones, by their shares of the training part; given takes the list below.</source>
        <translation>„balanced“ lässt seltene Klassen so viel zählen wie häufige, nach ihren Anteilen am Trainingsteil; „given“ nimmt die Liste darunter.</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>Batch norm</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Bend δ</source>
        <translation>Biegung δ</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Das Beste nach</translation>
    </message>
    <message>
        <source>Better by less than this does not count.</source>
        <translation>Um weniger besser zählt nicht.</translation>
    </message>
    <message>
        <source>Better by less than this share does not count.</source>
        <translation>Um weniger als diesen Anteil besser zählt nicht.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Biases start at</source>
        <translation>Biases beginnen bei</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Binäre Kreuzentropie</translation>
    </message>
    <message>
        <source>Brings every channel to mean 0 and variance 1 over the mini-batch, then scales it as learned.</source>
        <translation>Bringt jeden Kanal über den Mini-Batch auf Mittel 0 und Varianz 1 und skaliert ihn dann wie gelernt.</translation>
    </message>
    <message>
        <source>Brings groups of channels of each example to mean 0 and variance 1, then scales each channel as learned.</source>
        <translation>Bringt Gruppen von Kanälen jedes Beispiels auf Mittel 0 und Varianz 1 und skaliert dann jeden Kanal wie gelernt.</translation>
    </message>
    <message>
        <source>Brings the numbers of each example to mean 0 and variance 1, then scales them as learned.</source>
        <translation>Bringt die Zahlen jedes Beispiels auf Mittel 0 und Varianz 1 und skaliert sie dann wie gelernt.</translation>
    </message>
    <message>
        <source>By how much the right class must win before the loss is 0.</source>
        <translation>Um wie viel die richtige Klasse gewinnen muss, bis der Loss 0 ist.</translation>
    </message>
    <message>
        <source>CIFAR-10</source>
        <translation>CIFAR-10</translation>
    </message>
    <message>
        <source>Categorical cross-entropy</source>
        <translation>Kategoriale Kreuzentropie</translation>
    </message>
    <message>
        <source>Changes with each step instead of after each epoch.</source>
        <translation>Ändert sich mit jedem Schritt statt nach jeder Epoche.</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Klassengewichte</translation>
    </message>
    <message>
        <source>Clip each value at</source>
        <translation>Jeden Wert begrenzen bei</translation>
    </message>
    <message>
        <source>Clip the norm at</source>
        <translation>Die Norm begrenzen bei</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Column kinds</source>
        <translation>Spaltenarten</translation>
    </message>
    <message>
        <source>Columns of words with more different words than this are left out.</source>
        <translation>Wortspalten mit mehr verschiedenen Wörtern werden ausgelassen.</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>Concatenate</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Constant: the number itself; Normal: the standard deviation s; Truncated normal: the standard deviation s before they are cut away; Uniform: the largest size r.</source>
        <translation>Konstant: die Zahl selbst; Normal: die Standardabweichung s; Abgeschnitten normal: die Standardabweichung s vor dem Abschneiden; Gleichverteilt: die größte Größe r.</translation>
    </message>
    <message>
        <source>Conv1d</source>
        <translation>Conv1d</translation>
    </message>
    <message>
        <source>Conv2d</source>
        <translation>Conv2d</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Corrects what was guessed, such as age:number, name:ignore, class:category.</source>
        <translation>Berichtigt, was geraten wurde, etwa age:number, name:ignore, class:category.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Counts the square of what is missing to the margin: smoother.</source>
        <translation>Zählt das Quadrat dessen, was zum Abstand fehlt: glatter.</translation>
    </message>
    <message>
        <source>Cuts every entry of the gradient to ± this; also turns the gradient&apos;s direction. 0: off.</source>
        <translation>Begrenzt jeden Eintrag des Gradienten auf ± diesen Wert; dreht auch seine Richtung. 0: aus.</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation>Abklingrate</translation>
    </message>
    <message>
        <source>Decay β</source>
        <translation>Abklingen β</translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation>Abklingen β₂</translation>
    </message>
    <message>
        <source>Dense network on digits</source>
        <translation>Dichtes Netz für Ziffern</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>Dilatation</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Does the first row name the columns?</source>
        <translation>Nennt die erste Zeile die Spalten?</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Each line of a file is a text of its own; otherwise each file is one text.</source>
        <translation>Jede Zeile einer Datei ist ein eigener Text; sonst ist jede Datei ein Text.</translation>
    </message>
    <message>
        <source>Each number times its own sigmoid: a smooth ReLU that dips a little below 0.</source>
        <translation>Jede Zahl mal ihr eigenes Sigmoid: ein glatter ReLU, der etwas unter 0 taucht.</translation>
    </message>
    <message>
        <source>Each step takes α·λ of every weight away, whatever its gradients are; instead of L2.</source>
        <translation>Jeder Schritt nimmt jedem Gewicht α·λ, wie seine Gradienten auch sind; statt L2.</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Empty: taken from the data. Otherwise sizes with x between them, such as 28x28x1 (height × width × channels) or 13 (a row of a table); words:40:2000 is a text of 40 words out of 2000.</source>
        <translation>Leer: aus den Daten. Sonst Größen mit x dazwischen, etwa 28x28x1 (Höhe × Breite × Kanäle) oder 13 (eine Tabellenzeile); words:40:2000 ist ein Text aus 40 von 2000 Wörtern.</translation>
    </message>
    <message>
        <source>End divisor</source>
        <translation>Endteiler</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Epochs after a drop that do not count.</source>
        <translation>Epochen nach einem Absenken, die nicht zählen.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>Epsilon ε</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Every epoch multiplies the learning rate by the same number.</source>
        <translation>Jede Epoche multipliziert die Lernrate mit derselben Zahl.</translation>
    </message>
    <message>
        <source>Every output is a weighted sum of all inputs.</source>
        <translation>Jede Ausgabe ist eine gewichtete Summe aller Eingänge.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Explicit padding</source>
        <translation>Eigener Rand</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Factor γ</source>
        <translation>Faktor γ</translation>
    </message>
    <message>
        <source>Falls quickly at first and then ever slower; the course&apos;s learning rate decay.</source>
        <translation>Fällt erst schnell und dann immer langsamer; der Abfall der Lernrate aus dem Kurs.</translation>
    </message>
    <message>
        <source>Falls slowly and never to zero; with a warm-up it is the schedule of the first Transformers.</source>
        <translation>Fällt langsam und nie auf null; mit Aufwärmen der Verlauf der ersten Transformer.</translation>
    </message>
    <message>
        <source>Falls to its end over the whole run: with power 1 in a straight line, with more it falls early.</source>
        <translation>Fällt über den ganzen Lauf auf sein Ende: mit Potenz 1 gerade, mit mehr früh.</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>First slope</source>
        <translation>Erste Steigung</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Folder of texts</source>
        <translation>Ordner mit Texten</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Ordner oder Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Fruit from a table</source>
        <translation>Obst aus einer Tabelle</translation>
    </message>
    <message>
        <source>Fruit table</source>
        <translation>Obsttabelle</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Given weights</source>
        <translation>Gegebene Gewichte</translation>
    </message>
    <message>
        <source>Global average pool</source>
        <translation>Global average pool</translation>
    </message>
    <message>
        <source>Glorot normal</source>
        <translation>Glorot normal</translation>
    </message>
    <message>
        <source>Glorot uniform</source>
        <translation>Glorot gleichverteilt</translation>
    </message>
    <message>
        <source>Gradient descent (SGD)</source>
        <translation>Gradientenabstieg (SGD)</translation>
    </message>
    <message>
        <source>Group norm</source>
        <translation>Group norm</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Hand-drawn</source>
        <translation>Handgezeichnet</translation>
    </message>
    <message>
        <source>Hands every number on as it is.</source>
        <translation>Reicht jede Zahl weiter, wie sie ist.</translation>
    </message>
    <message>
        <source>Hardmax</source>
        <translation>Hardmax</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He normal</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He gleichverteilt</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>Height and width of each filter.</source>
        <translation>Höhe und Breite jedes Filters.</translation>
    </message>
    <message>
        <source>Height and width of the window.</source>
        <translation>Höhe und Breite des Fensters.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>Hinge</translation>
    </message>
    <message>
        <source>How a gradient becomes a step.</source>
        <translation>Wie aus einem Gradienten ein Schritt wird.</translation>
    </message>
    <message>
        <source>How far apart the filter&apos;s weights lie: at 2 it skips every other place, and sees further with as few weights.</source>
        <translation>Wie weit die Gewichte des Filters auseinanderliegen: Bei 2 überspringt er jede zweite Stelle und sieht mit ebenso wenigen Gewichten weiter.</translation>
    </message>
    <message>
        <source>How far each step goes: too small is slow, too large never settles.</source>
        <translation>Wie weit jeder Schritt geht: zu klein ist langsam, zu groß kommt nie zur Ruhe.</translation>
    </message>
    <message>
        <source>How far off the numbers are on average, in their own unit.</source>
        <translation>Wie weit die Zahlen im Mittel danebenliegen, in ihrer eigenen Einheit.</translation>
    </message>
    <message>
        <source>How far off the numbers typically are, in their own unit; far misses weigh more than near ones.</source>
        <translation>Wie weit die Zahlen typischerweise danebenliegen, in ihrer eigenen Einheit; weite Fehler wiegen mehr als nahe.</translation>
    </message>
    <message>
        <source>How far the filter moves each time; 2 halves height and width.</source>
        <translation>Wie weit der Filter jedes Mal rückt; 2 halbiert Höhe und Breite.</translation>
    </message>
    <message>
        <source>How far the filter moves each time; 2 halves the length.</source>
        <translation>Wie weit der Filter jedes Mal rückt; 2 halbiert die Länge.</translation>
    </message>
    <message>
        <source>How far the window moves each time; 0: by its own size, so that windows do not overlap.</source>
        <translation>Wie weit das Fenster jedes Mal rückt; 0: um seine eigene Größe, sodass Fenster sich nicht überlappen.</translation>
    </message>
    <message>
        <source>How long each stair is.</source>
        <translation>Wie lang jede Stufe ist.</translation>
    </message>
    <message>
        <source>How long squared gradients are remembered; 0.99 averages over about a hundred steps.</source>
        <translation>Wie lange quadrierte Gradienten behalten werden; 0.99 mittelt über etwa hundert Schritte.</translation>
    </message>
    <message>
        <source>How long squared gradients are remembered; 0.999 averages over about a thousand steps.</source>
        <translation>Wie lange quadrierte Gradienten behalten werden; 0.999 mittelt über etwa tausend Schritte.</translation>
    </message>
    <message>
        <source>How many examples each step looks at: more give steadier but fewer steps.</source>
        <translation>Wie viele Beispiele jeder Schritt ansieht: mehr geben ruhigere, aber weniger Schritte.</translation>
    </message>
    <message>
        <source>How many numbers describe a word.</source>
        <translation>Wie viele Zahlen ein Wort beschreiben.</translation>
    </message>
    <message>
        <source>How many outputs there are, each with weights of its own.</source>
        <translation>Wie viele Ausgaben es gibt, jede mit eigenen Gewichten.</translation>
    </message>
    <message>
        <source>How many patterns it looks for; the output has one channel for each.</source>
        <translation>Wie viele Muster gesucht werden; die Ausgabe hat für jedes einen Kanal.</translation>
    </message>
    <message>
        <source>How many pieces of fruit, a third of each kind.</source>
        <translation>Wie viele Früchte, ein Drittel von jeder Art.</translation>
    </message>
    <message>
        <source>How many points, half of each class.</source>
        <translation>Wie viele Punkte, die Hälfte von jeder Klasse.</translation>
    </message>
    <message>
        <source>How many processor cores are used; 0 takes all there are.</source>
        <translation>Wie viele Prozessorkerne benutzt werden; 0 nimmt alle.</translation>
    </message>
    <message>
        <source>How many reviews, half of them positive.</source>
        <translation>Wie viele Besprechungen, die Hälfte positiv.</translation>
    </message>
    <message>
        <source>How many rows the table has; 0: as many as the data&apos;s vocabulary.</source>
        <translation>Wie viele Zeilen die Tabelle hat; 0: so viele wie der Wortschatz der Daten.</translation>
    </message>
    <message>
        <source>How many steps each filter sees at once.</source>
        <translation>Wie viele Schritte jeder Filter auf einmal sieht.</translation>
    </message>
    <message>
        <source>How many steps the window takes together.</source>
        <translation>Wie viele Schritte das Fenster zusammennimmt.</translation>
    </message>
    <message>
        <source>How many words are told apart: the most frequent ones of the training part, with one id for padding and one for all other words.</source>
        <translation>Wie viele Wörter unterschieden werden: die häufigsten des Trainingsteils, mit einer Nummer fürs Auffüllen und einer für alle anderen.</translation>
    </message>
    <message>
        <source>How much each class counts when class weights are given: one number a class, in their order, as 1, 2.5.</source>
        <translation>Wie viel jede Klasse zählt, wenn Klassengewichte gegeben sind: eine Zahl je Klasse, in ihrer Reihenfolge, etwa 1, 2.5.</translation>
    </message>
    <message>
        <source>How much longer messages become when the network&apos;s probabilities are believed instead of the true ones; for smoothed classes, or targets that are distributions.</source>
        <translation>Wie viel länger Nachrichten werden, wenn man den Wahrscheinlichkeiten des Netzes statt den wahren glaubt; für geglättete Klassen, oder wenn Zielwerte Verteilungen sind.</translation>
    </message>
    <message>
        <source>How much of the last steps&apos; direction is kept; 0.9 averages over about ten steps.</source>
        <translation>Wie viel von der Richtung der letzten Schritte bleibt; 0.9 mittelt über etwa zehn Schritte.</translation>
    </message>
    <message>
        <source>How much on each side, when the padding is explicit; less than the window.</source>
        <translation>Wie viel auf jeder Seite, bei eigenem Rand; weniger als das Fenster.</translation>
    </message>
    <message>
        <source>How often each arm of the spirals goes round.</source>
        <translation>Wie oft jeder Arm der Spiralen herumgeht.</translation>
    </message>
    <message>
        <source>How often the network finds an example of a class more probable than one of another: 1 sorts them perfectly, 0.5 is guessing. Of more than two classes, each against the rest, the plain mean.</source>
        <translation>Wie oft das Netz ein Beispiel einer Klasse wahrscheinlicher findet als eines einer anderen: 1 sortiert vollkommen, 0.5 ist Raten. Bei mehr als zwei Klassen jede gegen die übrigen, das einfache Mittel.</translation>
    </message>
    <message>
        <source>How often the whole training part is gone through.</source>
        <translation>Wie oft der ganze Trainingsteil durchgegangen wird.</translation>
    </message>
    <message>
        <source>How other shapes are brought to this one: cut out the middle, stretch, or add black beside.</source>
        <translation>Wie andere Formen auf diese gebracht werden: Mitte ausschneiden, strecken oder Schwarz danebensetzen.</translation>
    </message>
    <message>
        <source>How precision, recall and F1 of the classes become one number: macro counts every class alike, weighted by its examples, micro every example alike; auto takes the second class of two, else macro.</source>
        <translation>Wie Precision, Recall und F1 der Klassen eine Zahl werden: „macro“ zählt jede Klasse gleich, „weighted“ nach ihren Beispielen, „micro“ jedes Beispiel gleich; „auto“ nimmt die zweite von zwei Klassen, sonst macro.</translation>
    </message>
    <message>
        <source>How sharp the corner is; large: almost a ReLU.</source>
        <translation>Wie scharf die Ecke ist; groß: fast ein ReLU.</translation>
    </message>
    <message>
        <source>How surprised the network is by the right class among several; for one output unit a class.</source>
        <translation>Wie überrascht das Netz von der richtigen unter mehreren Klassen ist; für eine Ausgabeeinheit je Klasse.</translation>
    </message>
    <message>
        <source>How surprised the network is by the right one of two classes; for one output unit.</source>
        <translation>Wie überrascht das Netz von der richtigen von zwei Klassen ist; für eine Ausgabeeinheit.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>Wie sich die Lernrate über den Lauf ändert.</translation>
    </message>
    <message>
        <source>How the weights are drawn before training. Too small, and signals fade from layer to layer; too large, and they explode.</source>
        <translation>Wie die Gewichte vor dem Training gezogen werden. Zu klein, und Signale verblassen von Schicht zu Schicht; zu groß, und sie explodieren.</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>IDX pictures (MNIST)</source>
        <translation>IDX-Bilder (MNIST)</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>In how many groups channels and filters are split; each filter sees its own group&apos;s channels only. As many groups as channels: a depthwise convolution.</source>
        <translation>In wie viele Gruppen Kanäle und Filter geteilt sind; jeder Filter sieht nur die Kanäle seiner Gruppe. So viele Gruppen wie Kanäle: eine tiefenweise Faltung.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Input</translation>
    </message>
    <message>
        <source>Into how many groups the channels are split; it must divide their number.</source>
        <translation>In wie viele Gruppen die Kanäle geteilt sind; muss ihre Anzahl teilen.</translation>
    </message>
    <message>
        <source>Keeps rolling in the direction of the last steps, so that zigzags cancel out.</source>
        <translation>Rollt in der Richtung der letzten Schritte weiter, sodass sich Zickzack aufhebt.</translation>
    </message>
    <message>
        <source>Keeps the division from blowing up where gradients are almost zero.</source>
        <translation>Verhindert, dass die Division explodiert, wo Gradienten fast null sind.</translation>
    </message>
    <message>
        <source>Keeps the largest value of every window and makes the picture smaller.</source>
        <translation>Behält den größten Wert jedes Fensters und macht das Bild kleiner.</translation>
    </message>
    <message>
        <source>Keeps the largest values of every few steps and makes the sequence shorter.</source>
        <translation>Behält die größten Werte von je einigen Schritten und macht die Folge kürzer.</translation>
    </message>
    <message>
        <source>Keeps the size of values and gradients through tanh and sigmoid layers; a good standard.</source>
        <translation>Erhält die Größe von Werten und Gradienten durch Tanh- und Sigmoid-Schichten; ein guter Standard.</translation>
    </message>
    <message>
        <source>Keeps the size of values through deep stacks of ReLU, which sets half of them to 0.</source>
        <translation>Erhält die Größe der Werte durch tiefe Stapel von ReLU, der die Hälfte auf 0 setzt.</translation>
    </message>
    <message>
        <source>Keeps the size of values where nothing is cut away; the one that SELU needs.</source>
        <translation>Erhält die Größe der Werte, wo nichts abgeschnitten wird; SELU braucht dies.</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>Kerngröße</translation>
    </message>
    <message>
        <source>Kullback-Leibler divergence</source>
        <translation>Kullback-Leibler-Divergenz</translation>
    </message>
    <message>
        <source>L1 penalty λ₁</source>
        <translation>L1-Strafe λ₁</translation>
    </message>
    <message>
        <source>L2 penalty λ</source>
        <translation>L2-Strafe λ</translation>
    </message>
    <message>
        <source>Label smoothing ε</source>
        <translation>Label-Glättung ε</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>Layer norm</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Lays all numbers of a picture or sequence out in one row.</source>
        <translation>Legt alle Zahlen eines Bildes oder einer Folge in eine Reihe.</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun normal</translation>
    </message>
    <message>
        <source>LeNet on digits</source>
        <translation>LeNet für Ziffern</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation>Lernrate α</translation>
    </message>
    <message>
        <source>Learns a vector for every word, and from their mean whether a review praises or complains.</source>
        <translation>Lernt für jedes Wort einen Vektor und aus ihrem Mittel, ob eine Besprechung lobt oder klagt.</translation>
    </message>
    <message>
        <source>Least factor</source>
        <translation>Kleinster Faktor</translation>
    </message>
    <message>
        <source>Least improvement</source>
        <translation>Kleinste Verbesserung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Lets a number through by how likely a random normal number is smaller.</source>
        <translation>Lässt eine Zahl durch, so weit eine zufällige normale wahrscheinlich kleiner ist.</translation>
    </message>
    <message>
        <source>Lets positive numbers through and bends negative ones smoothly down to −α.</source>
        <translation>Lässt positive Zahlen durch und biegt negative glatt hinab zu −α.</translation>
    </message>
    <message>
        <source>Lets positive numbers through and makes negative ones small.</source>
        <translation>Lässt positive Zahlen durch und macht negative klein.</translation>
    </message>
    <message>
        <source>Lets positive numbers through and sets negative ones to 0.</source>
        <translation>Lässt positive Zahlen durch und setzt negative auf 0.</translation>
    </message>
    <message>
        <source>Lines of text</source>
        <translation>Textzeilen</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Logistische Regression</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Lower case</source>
        <translation>Kleinschreibung</translation>
    </message>
    <message>
        <source>Lowers the learning rate when the epochs bring nothing better any more.</source>
        <translation>Senkt die Lernrate, wenn die Epochen nichts Besseres mehr bringen.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Mark gaps</source>
        <translation>Lücken kennzeichnen</translation>
    </message>
    <message>
        <source>Max pool 1d</source>
        <translation>Max pool 1d</translation>
    </message>
    <message>
        <source>Max pool</source>
        <translation>Max pool</translation>
    </message>
    <message>
        <source>Max-norm c</source>
        <translation>Größte Norm c</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Mittlerer absoluter Fehler</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführung</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Misses larger than this count in proportion, smaller ones by their square; in the units that training sees, so 1 is one deviation of a standardized target.</source>
        <translation>Größere Fehler zählen im Verhältnis, kleinere mit ihrem Quadrat; in den Einheiten des Trainings, 1 ist also eine Abweichung eines standardisierten Zielwerts.</translation>
    </message>
    <message>
        <source>Missing numbers are filled with this value of the training part.</source>
        <translation>Fehlende Zahlen werden mit diesem Wert des Trainingsteils gefüllt.</translation>
    </message>
    <message>
        <source>Missing numbers</source>
        <translation>Fehlende Zahlen</translation>
    </message>
    <message>
        <source>Momentum and RMSProp together; works well in most nets without tuning.</source>
        <translation>Momentum und RMSProp zusammen; geht in den meisten Netzen ohne Einstellen gut.</translation>
    </message>
    <message>
        <source>Momentum that looks where it is rolling to, and brakes earlier.</source>
        <translation>Momentum, das sieht, wohin es rollt, und früher bremst.</translation>
    </message>
    <message>
        <source>Momentum β</source>
        <translation>Momentum β</translation>
    </message>
    <message>
        <source>Momentum β₁</source>
        <translation>Momentum β₁</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Most categories</source>
        <translation>Höchstens Kategorien</translation>
    </message>
    <message>
        <source>Name of the column of classes or its number from 1; empty means the one with the fewest different values.</source>
        <translation>Name der Klassenspalte oder ihre Nummer ab 1; leer heißt die mit den wenigsten verschiedenen Werten.</translation>
    </message>
    <message>
        <source>Name of the column of texts or its number from 1; empty means the one with the longest texts.</source>
        <translation>Name der Textspalte oder ihre Nummer ab 1; leer heißt die mit den längsten Texten.</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Momentum</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>Of the examples of a class, the share that were found; averaged over the classes, or of the second of two.</source>
        <translation>Von den Beispielen einer Klasse der gefundene Anteil; über die Klassen gemittelt, oder der zweiten von zwei.</translation>
    </message>
    <message>
        <source>Of the examples that were called a class, the share that are of it; averaged over the classes, or of the second of two.</source>
        <translation>Von den Beispielen, die als eine Klasse gelten, der Anteil, der dazugehört; über die Klassen gemittelt, oder der zweiten von zwei.</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Ein Zyklus</translation>
    </message>
    <message>
        <source>One hidden layer of 128 units (784-128-10): how far one gets without looking at shapes.</source>
        <translation>Eine versteckte Schicht mit 128 Einheiten (784-128-10): wie weit man kommt, ohne auf Formen zu sehen.</translation>
    </message>
    <message>
        <source>One slope for all channels, instead of one for each.</source>
        <translation>Eine Steigung für alle Kanäle, statt eine für jeden.</translation>
    </message>
    <message>
        <source>One text a line: a file for each class, or lines that begin with their class.</source>
        <translation>Ein Text je Zeile: eine Datei je Klasse, oder Zeilen, die mit ihrer Klasse beginnen.</translation>
    </message>
    <message>
        <source>One unit draws a straight line between two clouds of points: the smallest network there is.</source>
        <translation>Eine Einheit zieht eine gerade Linie zwischen zwei Punktwolken: das kleinste Netz, das es gibt.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>Orthogonal</translation>
    </message>
    <message>
        <source>Over so many epochs the rate rises in a straight line from almost nothing; fractions are allowed. The schedule begins after them.</source>
        <translation>Über so viele Epochen steigt die Rate gerade von fast nichts an; Bruchteile sind erlaubt. Danach beginnt der Verlauf.</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>Pictures (JPEG, PNG, BMP, PGM, TIFF) in one folder for each class.</source>
        <translation>Bilder (JPEG, PNG, BMP, PGM, TIFF) in einem Ordner je Klasse.</translation>
    </message>
    <message>
        <source>Pictures and labels in the IDX format of MNIST, plain or .gz.</source>
        <translation>Bilder und Labels im IDX-Format von MNIST, einfach oder .gz.</translation>
    </message>
    <message>
        <source>Pictures for training (and for the dev set taken from them).</source>
        <translation>Bilder zum Trainieren (und für die Dev-Daten, die davon genommen werden).</translation>
    </message>
    <message>
        <source>Pictures kept apart for the test set.</source>
        <translation>Bilder, die für die Testdaten beiseite bleiben.</translation>
    </message>
    <message>
        <source>Pictures of the digits 0 to 9, 28×28 pixels, drawn in many hands and printed shapes.</source>
        <translation>Bilder der Ziffern 0 bis 9, 28×28 Pixel, in vielen Handschriften und Druckformen.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>Polynom</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potenz</translation>
    </message>
    <message>
        <source>Precision and recall in one number, low when either is low; averaged over the classes, or of the second of two.</source>
        <translation>Precision und Recall in einer Zahl, niedrig, wenn eines von beiden niedrig ist; über die Klassen gemittelt, oder der zweiten von zwei.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Pulls all weights towards zero by the same amount, so that those that matter little vanish.</source>
        <translation>Zieht alle Gewichte um gleich viel zur Null, sodass unwichtige verschwinden.</translation>
    </message>
    <message>
        <source>Pulls weights towards zero, against overfitting; adds ½·λ·‖W‖² to what is made small.</source>
        <translation>Zieht Gewichte zur Null, gegen Überanpassung; addiert ½·λ·‖W‖² zu dem, was klein werden soll.</translation>
    </message>
    <message>
        <source>Puts two or more inputs side by side: channels after channels, numbers after numbers.</source>
        <translation>Setzt zwei oder mehr Eingänge nebeneinander: Kanäle hinter Kanäle, Zahlen hinter Zahlen.</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>ROC-AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>Random around 0, with the standard deviation that you say, whatever the layer&apos;s size.</source>
        <translation>Zufällig um 0, mit der angegebenen Standardabweichung, wie groß die Schicht auch ist.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Red, green and blue, or one channel of grey; auto: grey when the files are.</source>
        <translation>Rot, Grün und Blau, oder ein Graukanal; auto: grau, wenn es die Dateien sind.</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>Senken bei Stillstand</translation>
    </message>
    <message>
        <source>Replaces every window by its mean and makes the picture smaller.</source>
        <translation>Ersetzt jedes Fenster durch sein Mittel und macht das Bild kleiner.</translation>
    </message>
    <message>
        <source>Residual network on digits</source>
        <translation>Residuales Netz für Ziffern</translation>
    </message>
    <message>
        <source>Restore best weights</source>
        <translation>Beste Gewichte zurückholen</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Besprechungen</translation>
    </message>
    <message>
        <source>Rises to α and falls to almost nothing, once; α may be larger than with other schedules. The range test finds it.</source>
        <translation>Steigt einmal auf α und fällt auf fast nichts; α darf größer sein als bei anderen Verläufen. Der Lernratentest findet es.</translation>
    </message>
    <message>
        <source>Rising</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation>Wurzel des mittleren quadratischen Fehlers</translation>
    </message>
    <message>
        <source>Rows and columns of zeros on each side, when the padding is explicit.</source>
        <translation>Zeilen und Spalten von Nullen auf jeder Seite, bei eigenem Rand.</translation>
    </message>
    <message>
        <source>Rows of numbers and words from a CSV or TSV file; one column is the target.</source>
        <translation>Zeilen von Zahlen und Wörtern aus einer CSV- oder TSV-Datei; eine Spalte ist das Ziel.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Sentiment of reviews</source>
        <translation>Stimmung von Besprechungen</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Sets that take more than this are read from disk again and again.</source>
        <translation>Daten, die mehr brauchen, werden immer wieder von der Platte gelesen.</translation>
    </message>
    <message>
        <source>Sets the largest number of one example to 1 and all others to 0.</source>
        <translation>Setzt die größte Zahl eines Beispiels auf 1 und alle anderen auf 0.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Share of the run and factor on α, as in 0:0.1, 0.2:1, 1:0.</source>
        <translation>Anteil des Laufs und Faktor auf α, etwa 0:0.1, 0.2:1, 1:0.</translation>
    </message>
    <message>
        <source>Shared slope</source>
        <translation>Gemeinsame Steigung</translation>
    </message>
    <message>
        <source>Short film reviews, positive or negative, written by a small grammar with negations and concessions.</source>
        <translation>Kurze Filmbesprechungen, positiv oder negativ, von einer kleinen Grammatik mit Verneinungen und Zugeständnissen geschrieben.</translation>
    </message>
    <message>
        <source>Shortens a gradient that is longer than this over all parameters, keeping its direction. 0: off.</source>
        <translation>Kürzt einen Gradienten, der über alle Parameter länger ist, in gleicher Richtung. 0: aus.</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Slides short learned filters along a sequence, looking for the same phrase or shape anywhere.</source>
        <translation>Schiebt kurze gelernte Filter eine Folge entlang und sucht überall dieselbe Wendung oder Form.</translation>
    </message>
    <message>
        <source>Slides small learned filters over a picture, looking for the same pattern everywhere.</source>
        <translation>Schiebt kleine gelernte Filter über ein Bild und sucht überall dasselbe Muster.</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>Small colour pictures of ten kinds of things, in the binary files of CIFAR-10.</source>
        <translation>Kleine Farbbilder von zehn Arten von Dingen, in den Binärdateien von CIFAR-10.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Spreads this share of every label evenly over the classes, so that the network never becomes too sure; 0.1 is usual.</source>
        <translation>Verteilt diesen Anteil jedes Labels gleichmäßig auf die Klassen, damit das Netz nie zu sicher wird; üblich ist 0.1.</translation>
    </message>
    <message>
        <source>Squared for small misses, absolute for large ones: smooth at the target, calm with wild examples.</source>
        <translation>Quadratisch für kleine Fehler, absolut für große: glatt am Ziel, ruhig bei wilden Beispielen.</translation>
    </message>
    <message>
        <source>Squared</source>
        <translation>Quadriert</translation>
    </message>
    <message>
        <source>Squeezes every number into 0 … 1.</source>
        <translation>Drückt jede Zahl in 0 … 1.</translation>
    </message>
    <message>
        <source>Squeezes every number into −1 … 1.</source>
        <translation>Drückt jede Zahl in −1 … 1.</translation>
    </message>
    <message>
        <source>Staircase</source>
        <translation>Treppe</translation>
    </message>
    <message>
        <source>Standard deviation of the normal noise added to both coordinates; the pattern is 2 wide.</source>
        <translation>Standardabweichung des normalen Rauschens auf beiden Koordinaten; das Muster ist 2 breit.</translation>
    </message>
    <message>
        <source>Standardize a number target</source>
        <translation>Zahlen als Ziel standardisieren</translation>
    </message>
    <message>
        <source>Start divisor</source>
        <translation>Anfangsteiler</translation>
    </message>
    <message>
        <source>Start number</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>Stays high for long, then glides down to its end; a safe choice for most networks.</source>
        <translation>Bleibt lange hoch und gleitet dann auf sein Ende; für die meisten Netze eine sichere Wahl.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Sums two or more inputs of the same shape.</source>
        <translation>Summiert zwei oder mehr Eingänge gleicher Form.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Table of texts (CSV)</source>
        <translation>Tabelle von Texten (CSV)</translation>
    </message>
    <message>
        <source>Takes steps of like size for all weights, however steep or flat their direction is.</source>
        <translation>Macht für alle Gewichte ähnlich große Schritte, wie steil oder flach ihre Richtung auch ist.</translation>
    </message>
    <message>
        <source>Takes the mean of each channel over the whole picture or sequence.</source>
        <translation>Nimmt das Mittel jedes Kanals über das ganze Bild oder die ganze Folge.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>Zielspalte</translation>
    </message>
    <message>
        <source>Tells apples, pears and quinces apart by a table of measurements with a column of colours.</source>
        <translation>Unterscheidet Äpfel, Birnen und Quitten nach einer Tabelle von Maßen mit einer Spalte Farben.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Test digits</source>
        <translation>Testziffern</translation>
    </message>
    <message>
        <source>Text column</source>
        <translation>Textspalte</translation>
    </message>
    <message>
        <source>Text files in one folder for each class.</source>
        <translation>Textdateien in einem Ordner je Klasse.</translation>
    </message>
    <message>
        <source>Texts and their classes in two columns of a CSV or TSV file.</source>
        <translation>Texte und ihre Klassen in zwei Spalten einer CSV- oder TSV-Datei.</translation>
    </message>
    <message>
        <source>Texts are cut or filled up to this many words.</source>
        <translation>Texte werden auf so viele Wörter gekürzt oder aufgefüllt.</translation>
    </message>
    <message>
        <source>The distance to the right numbers; learns medians, so that few wild examples hardly count.</source>
        <translation>Der Abstand zu den richtigen Zahlen; lernt Mediane, sodass wenige wilde Beispiele kaum zählen.</translation>
    </message>
    <message>
        <source>The file of pictures (its labels and the test files are found beside it), or the folder they are in.</source>
        <translation>Die Bilddatei (Labels und Testdateien werden daneben gefunden) oder ihr Ordner.</translation>
    </message>
    <message>
        <source>The floor: very negative numbers become −α.</source>
        <translation>Der Boden: sehr negative Zahlen werden −α.</translation>
    </message>
    <message>
        <source>The folder with data_batch_1.bin and so on, or one file of that kind.</source>
        <translation>Der Ordner mit data_batch_1.bin und so weiter, oder eine solche Datei.</translation>
    </message>
    <message>
        <source>The last rate is the first one divided by this.</source>
        <translation>Die letzte Rate ist die erste geteilt hierdurch.</translation>
    </message>
    <message>
        <source>The learning rate drops after every few epochs and stays in between.</source>
        <translation>Die Lernrate sinkt alle paar Epochen und bleibt dazwischen gleich.</translation>
    </message>
    <message>
        <source>The number that every bias is before training; 0 favours nothing.</source>
        <translation>Die Zahl, die jeder Bias vor dem Training ist; 0 bevorzugt nichts.</translation>
    </message>
    <message>
        <source>The right class must win by a margin, as in a support vector machine; its scores are not probabilities, and what is shown as such only keeps their order.</source>
        <translation>Die richtige Klasse muss mit Abstand gewinnen, wie bei einer Support-Vektor-Maschine; ihre Werte sind keine Wahrscheinlichkeiten, und was so gezeigt wird, behält nur ihre Reihenfolge.</translation>
    </message>
    <message>
        <source>The run begins with α divided by this.</source>
        <translation>Der Lauf beginnt mit α geteilt hierdurch.</translation>
    </message>
    <message>
        <source>The same learning rate throughout.</source>
        <translation>Durchweg dieselbe Lernrate.</translation>
    </message>
    <message>
        <source>The same seed gives the same pictures.</source>
        <translation>Derselbe Startwert gibt dieselben Bilder.</translation>
    </message>
    <message>
        <source>The same seed gives the same points.</source>
        <translation>Derselbe Startwert gibt dieselben Punkte.</translation>
    </message>
    <message>
        <source>The same seed gives the same reviews.</source>
        <translation>Derselbe Startwert gibt dieselben Besprechungen.</translation>
    </message>
    <message>
        <source>The same seed gives the same rows.</source>
        <translation>Derselbe Startwert gibt dieselben Zeilen.</translation>
    </message>
    <message>
        <source>The share of examples whose most probable class is the right one.</source>
        <translation>Der Anteil der Beispiele, deren wahrscheinlichste Klasse die richtige ist.</translation>
    </message>
    <message>
        <source>The share of examples whose right class is among the k most probable ones.</source>
        <translation>Der Anteil der Beispiele, deren richtige Klasse unter den k wahrscheinlichsten ist.</translation>
    </message>
    <message>
        <source>The share of the new batch in the running averages; small: they follow slowly.</source>
        <translation>Der Anteil des neuen Batches an den laufenden Mitteln; klein: Sie folgen langsam.</translation>
    </message>
    <message>
        <source>The share of the run in which the rate rises.</source>
        <translation>Der Anteil des Laufs, in dem die Rate steigt.</translation>
    </message>
    <message>
        <source>The share of the targets&apos; variance that the answers explain: 1 is perfect, 0 no better than always saying the mean, below 0 worse than that.</source>
        <translation>Der Anteil der Varianz der Zielwerte, den die Antworten erklären: 1 ist vollkommen, 0 nicht besser, als immer das Mittel zu sagen, unter 0 noch schlechter.</translation>
    </message>
    <message>
        <source>The share of units that is switched off in each step; keep_prob = 1 − rate.</source>
        <translation>Der Anteil der Einheiten, der in jedem Schritt abgeschaltet ist; keep_prob = 1 − Rate.</translation>
    </message>
    <message>
        <source>The share of α that is left at the end.</source>
        <translation>Der Anteil von α, der am Ende bleibt.</translation>
    </message>
    <message>
        <source>The slope before training; 0 is a ReLU, 1 lets all through.</source>
        <translation>Die Steigung vor dem Training; 0 ist ein ReLU, 1 lässt alles durch.</translation>
    </message>
    <message>
        <source>The squared distance to the right numbers; far misses count most.</source>
        <translation>Der quadrierte Abstand zu den richtigen Zahlen; weite Fehler zählen am meisten.</translation>
    </message>
    <message>
        <source>The table, with commas, semicolons, tabs, bars or blanks between columns; plain or .gz.</source>
        <translation>Die Tabelle, mit Kommas, Strichpunkten, Tabulatoren, Strichen oder Leerzeichen zwischen den Spalten; einfach oder .gz.</translation>
    </message>
    <message>
        <source>The weights into a unit are never longer than this together; 3 or 4 is usual. 0: no limit.</source>
        <translation>Die Gewichte in eine Einheit sind zusammen nie länger; üblich ist 3 oder 4. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Top-k accuracy</source>
        <translation>Top-k-Genauigkeit</translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation>Trainingsziffern</translation>
    </message>
    <message>
        <source>Training sees a target of numbers with mean 0 and deviation 1 (fitted on the training part), so that usual learning rates work; answers and errors are shown in its own units.</source>
        <translation>Das Training sieht Zahlen als Ziel mit Mittel 0 und Abweichung 1 (am Trainingsteil bestimmt), sodass übliche Lernraten gehen; Antworten und Fehler stehen in ihren eigenen Einheiten.</translation>
    </message>
    <message>
        <source>Training stops when so many epochs brought nothing better. 0: it never stops early.</source>
        <translation>Das Training endet, wenn so viele Epochen nichts Besseres brachten. 0: Es endet nie früh.</translation>
    </message>
    <message>
        <source>Treat capital and small letters alike.</source>
        <translation>Große und kleine Buchstaben gleich behandeln.</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>Abgeschnitten normal</translation>
    </message>
    <message>
        <source>Turns each word id into a learned vector.</source>
        <translation>Macht aus jeder Wortnummer einen gelernten Vektor.</translation>
    </message>
    <message>
        <source>Turns the numbers of one example into probabilities that sum to 1.</source>
        <translation>Macht aus den Zahlen eines Beispiels Wahrscheinlichkeiten mit der Summe 1.</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Windungen</translation>
    </message>
    <message>
        <source>Two arms wound around each other: hidden layers bend the plane until a line can part them.</source>
        <translation>Zwei umeinander gewundene Arme: Versteckte Schichten biegen die Ebene, bis eine Linie sie trennen kann.</translation>
    </message>
    <message>
        <source>Two classes of points in the plane: XOR, circles, spirals, moons or Gaussians.</source>
        <translation>Zwei Klassen von Punkten in der Ebene: XOR, Kreise, Spiralen, Monde oder Gauß-Wolken.</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>Zwei Spiralen</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleichverteilt</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Weight decay λ</source>
        <translation>Gewichtszerfall λ</translation>
    </message>
    <message>
        <source>Weights start</source>
        <translation>Gewichte beginnen</translation>
    </message>
    <message>
        <source>Weights that seldom get a gradient take large steps, busy ones ever smaller ones; made for sparse data.</source>
        <translation>Gewichte, die selten einen Gradienten bekommen, machen große Schritte, häufige immer kleinere; für dünn besetzte Daten.</translation>
    </message>
    <message>
        <source>What is left of α after a drop.</source>
        <translation>Was nach einem Absenken von α bleibt.</translation>
    </message>
    <message>
        <source>What is left of α after an epoch.</source>
        <translation>Was nach einer Epoche von α bleibt.</translation>
    </message>
    <message>
        <source>What is measured: auto, or ids of metrics with commas between them. Auto measures all that apply on dev and test, and on the training part those that cost nothing while it trains.</source>
        <translation>Was gemessen wird: auto, oder Kennungen von Metriken mit Kommas dazwischen. Auto misst auf Dev und Test alle passenden, auf dem Trainingsteil die, die beim Training nichts kosten.</translation>
    </message>
    <message>
        <source>What is to be predicted: the name of a column or its number from 1; empty means the last one.</source>
        <translation>Was vorherzusagen ist: der Name einer Spalte oder ihre Nummer ab 1; leer heißt die letzte.</translation>
    </message>
    <message>
        <source>What negative numbers are multiplied by.</source>
        <translation>Womit negative Zahlen multipliziert werden.</translation>
    </message>
    <message>
        <source>What stands between two columns.</source>
        <translation>Was zwischen zwei Spalten steht.</translation>
    </message>
    <message>
        <source>What tells the best epoch, on the dev set where there is one. Early stopping, the schedule for plateaus and the best weights in the record follow it.</source>
        <translation>Was die beste Epoche bestimmt, auf den Dev-Daten, wo es welche gibt. Frühes Beenden, der Verlauf für Stillstand und die besten aufgezeichneten Gewichte richten sich danach.</translation>
    </message>
    <message>
        <source>What training makes small; auto takes the one that suits the data.</source>
        <translation>Was das Training klein macht; auto nimmt, was zu den Daten passt.</translation>
    </message>
    <message>
        <source>Where all random numbers of the run come from: the same seed gives the same run.</source>
        <translation>Woher alle Zufallszahlen des Laufs kommen: Derselbe Startwert gibt denselben Lauf.</translation>
    </message>
    <message>
        <source>Where an example enters the network.</source>
        <translation>Wo ein Beispiel ins Netz kommt.</translation>
    </message>
    <message>
        <source>Which pattern the two classes make.</source>
        <translation>Welches Muster die zwei Klassen bilden.</translation>
    </message>
    <message>
        <source>While training, switches random units off, so that none is relied on too much.</source>
        <translation>Schaltet beim Training zufällige Einheiten ab, damit sich nichts zu sehr auf eine verlässt.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Window size</source>
        <translation>Fenstergröße</translation>
    </message>
    <message>
        <source>With 1, α is halved after the first epoch.</source>
        <translation>Bei 1 ist α nach der ersten Epoche halbiert.</translation>
    </message>
    <message>
        <source>With more than 1 it jumps back to the top and glides down again: warm restarts.</source>
        <translation>Bei mehr als 1 springt sie nach oben zurück und gleitet wieder hinab: warme Neustarts.</translation>
    </message>
    <message>
        <source>With patience: at the end the weights of the best epoch are put back.</source>
        <translation>Mit Geduld: Am Ende werden die Gewichte der besten Epoche zurückgeholt.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Zeros on each side, when the padding is explicit.</source>
        <translation>Nullen auf jeder Seite, bei eigenem Rand.</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>exact: with the error function. tanh: the approximation that GPT-2 was trained with.</source>
        <translation>exact: mit der Fehlerfunktion. tanh: die Näherung, mit der GPT-2 trainiert wurde.</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>k of top-k</source>
        <translation>k für Top-k</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>the largest size r</source>
        <translation>die größte Größe r</translation>
    </message>
    <message>
        <source>the number itself</source>
        <translation>die Zahl selbst</translation>
    </message>
    <message>
        <source>the standard deviation s before they are cut away</source>
        <translation>die Standardabweichung s vor dem Abschneiden</translation>
    </message>
    <message>
        <source>the standard deviation s</source>
        <translation>die Standardabweichung s</translation>
    </message>
    <message>
        <source>turns</source>
        <translation>Windungen</translation>
    </message>
    <message>
        <source>valid: only where the window lies inside. same: padding around it, so that the size stays (divided by the stride). causal: padding in front only, so that no output knows later inputs. explicit: as much padding on each side as you say.</source>
        <translation>valid: nur wo das Fenster innen liegt. same: Rand ringsum, sodass die Größe bleibt (geteilt durch die Schrittweite). causal: Rand nur davor, sodass keine Ausgabe spätere Eingänge kennt. explicit: so viel Rand auf jeder Seite wie angegeben.</translation>
    </message>
    <message>
        <source>valid: only where the window lies inside. same: padding around it, so that the size stays (divided by the stride). explicit: as much padding on each side as you say. Padding is never the largest and never counts in a mean.</source>
        <translation>valid: nur wo das Fenster innen liegt. same: Rand ringsum, sodass die Größe bleibt (geteilt durch die Schrittweite). explicit: so viel Rand auf jeder Seite wie angegeben. Rand ist nie das Größte und zählt nie in einem Mittel.</translation>
    </message>
    <message>
        <source>valid: only where the window lies inside. same: padding around it, so that the size stays (divided by the stride). explicit: as much padding on each side as you say.</source>
        <translation>valid: nur wo das Fenster innen liegt. same: Rand ringsum, sodass die Größe bleibt (geteilt durch die Schrittweite). explicit: so viel Rand auf jeder Seite wie angegeben.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>α never falls below this share of its start.</source>
        <translation>α fällt nie unter diesen Anteil seines Anfangs.</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>The joint of a residual block: one branch computes, the other is a shortcut that carries the input past it, and the gradient flows back through both. Also known as a skip connection, x + y (PyTorch), Add (Keras, ONNX).</source>
        <translation>Das Gelenk eines Residualblocks: Ein Zweig rechnet, der andere trägt als Abkürzung den Eingang vorbei, und der Gradient fließt durch beide zurück. Auch: Skip-Verbindung, x + y (PyTorch), Add (Keras, ONNX).</translation>
    </message>
    <message>
        <source>Shrinks the picture gently, as scaling a photograph down does; max pooling is the more usual choice between convolutions. It has nothing to learn. Also known as nn.AvgPool2d (PyTorch), AveragePooling2D (Keras), AveragePool (ONNX).</source>
        <translation>Verkleinert das Bild sanft, wie das Verkleinern eines Fotos; zwischen Faltungen ist Max-Pooling üblicher. Es hat nichts zu lernen. Auch: nn.AvgPool2d (PyTorch), AveragePooling2D (Keras), AveragePool (ONNX).</translation>
    </message>
    <message>
        <source>Keeps the numbers inside a deep network in a good range, so that it trains faster and with larger learning rates; usual after a convolution or Dense and before the activation. In training μ and σ² are those of the mini-batch; otherwise running averages are used, which training keeps up to date. A batch of one vector has no variance: every number becomes β then, and nothing is learned from it. Also known as nn.BatchNorm1d or 2d (PyTorch), BatchNormalization (Keras, whose momentum is 1 minus this one; ONNX).</source>
        <translation>Hält die Zahlen in einem tiefen Netz in einem guten Bereich, sodass es schneller und mit größeren Lernraten trainiert; üblich nach einer Faltung oder Dense und vor der Aktivierung. Beim Training sind μ und σ² die des Mini-Batches; sonst gelten laufende Mittel, die das Training nachführt. Ein Batch aus einem Vektor hat keine Varianz: Dann wird jede Zahl β, und nichts wird daraus gelernt. Auch: nn.BatchNorm1d oder 2d (PyTorch), BatchNormalization (Keras, dessen Momentum 1 minus dieses ist; ONNX).</translation>
    </message>
    <message>
        <source>Keeps everything that the branches found and lets the next layer choose; the branches may differ in the number of channels only. Also known as torch.cat(dim=1 for pictures) (PyTorch), Concatenate (Keras), Concat (ONNX).</source>
        <translation>Behält alles, was die Zweige fanden, und lässt die nächste Schicht wählen; die Zweige dürfen sich nur in der Zahl der Kanäle unterscheiden. Auch: torch.cat(dim=1 bei Bildern) (PyTorch), Concatenate (Keras), Concat (ONNX).</translation>
    </message>
    <message>
        <source>After an Embedding each filter learns to find a phrase of a few words, wherever it stands; after a signal, a short shape. Faster than a recurrent layer; to see further, stack several or raise the dilation. Also known as nn.Conv1d (PyTorch), Conv1D (Keras), Conv (ONNX); with causal padding, temporal convolution.</source>
        <translation>Nach einem Embedding lernt jeder Filter, eine Wendung aus wenigen Wörtern zu finden, wo sie auch steht; nach einem Signal eine kurze Form. Schneller als eine rekurrente Schicht; um weiter zu sehen, mehrere stapeln oder die Dilatation erhöhen. Auch: nn.Conv1d (PyTorch), Conv1D (Keras), Conv (ONNX); mit kausalem Rand: zeitliche Faltung.</translation>
    </message>
    <message>
        <source>Each filter learns one small pattern (an edge, a corner) and answers where in the picture it is; few weights do for a picture of any size. Stack several, with an activation after each and pooling between them. Also known as convolution layer, nn.Conv2d (PyTorch), Conv2D (Keras), Conv (ONNX).</source>
        <translation>Jeder Filter lernt ein kleines Muster (eine Kante, eine Ecke) und antwortet, wo im Bild es ist; wenige Gewichte genügen für ein Bild jeder Größe. Mehrere stapeln, mit einer Aktivierung nach jeder und Pooling dazwischen. Auch: Faltungsschicht, nn.Conv2d (PyTorch), Conv2D (Keras), Conv (ONNX).</translation>
    </message>
    <message>
        <source>Mixes everything that comes in, so it can learn any linear map; with an activation between two of them it can learn curves. The last Dense of a classifier has one unit for each class (or one unit for two classes). Also known as fully connected layer, Linear (PyTorch), Dense (Keras), Gemm (ONNX).</source>
        <translation>Mischt alles, was hereinkommt, und kann so jede lineare Abbildung lernen; mit einer Aktivierung zwischen zweien auch Kurven. Die letzte Dense eines Klassifikators hat eine Einheit je Klasse (oder eine für zwei Klassen). Auch: vollständig verbundene Schicht, Linear (PyTorch), Dense (Keras), Gemm (ONNX).</translation>
    </message>
    <message>
        <source>A remedy for overfitting (good on the training set, worse on the dev set). What is left is made larger to keep the mean, so nothing has to change afterwards: when the network is evaluated or used, dropout does nothing. keep_prob of the course is 1 − rate. Also known as nn.Dropout(p = rate) (PyTorch), Dropout(rate) (Keras), Dropout (ONNX).</source>
        <translation>Ein Mittel gegen Überanpassung (gut auf den Trainingsdaten, schlechter auf Dev). Was bleibt, wird größer gemacht, um das Mittel zu erhalten, sodass danach nichts zu ändern ist: Beim Auswerten und Anwenden tut Dropout nichts. keep_prob des Kurses ist 1 − Rate. Auch: nn.Dropout(p = rate) (PyTorch), Dropout(rate) (Keras), Dropout (ONNX).</translation>
    </message>
    <message>
        <source>As ReLU, but a negative unit keeps a gradient and the mean of the outputs lies nearer to 0, which can speed training up. It costs an exponential for each number. Also known as exponential linear unit, nn.ELU (PyTorch), activation=&apos;elu&apos; (Keras), Elu (ONNX).</source>
        <translation>Wie ReLU, doch eine negative Einheit behält einen Gradienten, und das Mittel der Ausgaben liegt näher an 0, was das Training beschleunigen kann. Es kostet eine Exponentialfunktion je Zahl. Auch: Exponential Linear Unit, nn.ELU (PyTorch), activation=&apos;elu&apos; (Keras), Elu (ONNX).</translation>
    </message>
    <message>
        <source>A table with one row of numbers for each word; words that are used alike get rows that lie close together. Id 0 stands for padding and always gives zeros. A Global average pool after it turns the whole text into one vector. Also known as nn.Embedding(padding_idx=0) (PyTorch), Embedding (Keras), Gather (ONNX).</source>
        <translation>Eine Tabelle mit einer Zeile Zahlen je Wort; ähnlich gebrauchte Wörter bekommen Zeilen, die nahe beieinanderliegen. Nummer 0 steht fürs Auffüllen und gibt immer Nullen. Ein Global average pool danach macht aus dem ganzen Text einen Vektor. Auch: nn.Embedding(padding_idx=0) (PyTorch), Embedding (Keras), Gather (ONNX).</translation>
    </message>
    <message>
        <source>Put it between the last convolution or pooling layer and the first Dense, which reads a vector. No number changes, and there is nothing to learn. Also known as nn.Flatten (PyTorch), Flatten (Keras, ONNX).</source>
        <translation>Gehört zwischen die letzte Faltungs- oder Pooling-Schicht und die erste Dense, die einen Vektor liest. Keine Zahl ändert sich, und es gibt nichts zu lernen. Auch: nn.Flatten (PyTorch), Flatten (Keras, ONNX).</translation>
    </message>
    <message>
        <source>A smooth ReLU that dips a little below 0; the activation of transformers such as BERT and GPT. Φ is the share of a standard normal distribution below z. Also known as Gaussian error linear unit, nn.GELU(approximate=&apos;none&apos; or &apos;tanh&apos;) (PyTorch), activation=&apos;gelu&apos; (Keras), Gelu (ONNX).</source>
        <translation>Ein glatter ReLU, der etwas unter 0 taucht; die Aktivierung von Transformern wie BERT und GPT. Φ ist der Anteil einer Standardnormalverteilung unter z. Auch: Gaussian Error Linear Unit, nn.GELU(approximate=&apos;none&apos; oder &apos;tanh&apos;) (PyTorch), activation=&apos;gelu&apos; (Keras), Gelu (ONNX).</translation>
    </message>
    <message>
        <source>Turns a picture into one number for each channel, or a sequence of word vectors into one vector, with nothing to learn; a Dense can follow. Modern convolutional networks end this way instead of with Flatten, which needs many more weights. Also known as nn.AdaptiveAvgPool2d(1) (PyTorch), GlobalAveragePooling2D or 1D (Keras), GlobalAveragePool (ONNX).</source>
        <translation>Macht aus einem Bild eine Zahl je Kanal, oder aus einer Folge von Wortvektoren einen Vektor, ohne etwas zu lernen; eine Dense kann folgen. Moderne Faltungsnetze enden so statt mit Flatten, das viel mehr Gewichte braucht. Auch: nn.AdaptiveAvgPool2d(1) (PyTorch), GlobalAveragePooling2D oder 1D (Keras), GlobalAveragePool (ONNX).</translation>
    </message>
    <message>
        <source>Looks at one example alone, so small batches do not disturb it as they do batch norm; usual in networks for large pictures. 1 group normalizes the whole example, as many groups as channels each channel by itself (instance norm). Also known as nn.GroupNorm(groups, channels) (PyTorch), GroupNormalization (Keras, ONNX).</source>
        <translation>Sieht nur ein Beispiel an, sodass kleine Batches es nicht stören wie Batch norm; üblich in Netzen für große Bilder. 1 Gruppe normalisiert das ganze Beispiel, so viele Gruppen wie Kanäle jeden Kanal für sich (Instance norm). Auch: nn.GroupNorm(groups, channels) (PyTorch), GroupNormalization (Keras, ONNX).</translation>
    </message>
    <message>
        <source>Shows what Softmax is a soft form of. A small step changes nothing in its output, so its gradient is 0 and nothing before it can learn: look at it, but train with Softmax. It works along the last axis; of equal numbers the first counts. Also known as one-hot of argmax (PyTorch, Keras), Hardmax (ONNX).</source>
        <translation>Zeigt, wovon Softmax die weiche Form ist. Ein kleiner Schritt ändert nichts an der Ausgabe, also ist der Gradient 0, und nichts davor kann lernen: ansehen, aber mit Softmax trainieren. Es wirkt entlang der letzten Achse; von gleichen Zahlen zählt die erste. Auch: One-hot von argmax (PyTorch, Keras), Hardmax (ONNX).</translation>
    </message>
    <message>
        <source>Put it in place of an activation to see what the network can do without: layers with nothing bent between them can learn straight lines only. Also known as linear activation, nn.Identity (PyTorch), activation=&apos;linear&apos; (Keras), Identity (ONNX).</source>
        <translation>An die Stelle einer Aktivierung setzen, um zu sehen, was das Netz ohne sie kann: Schichten ohne etwas Gebogenes dazwischen lernen nur gerade Linien. Auch: lineare Aktivierung, nn.Identity (PyTorch), activation=&apos;linear&apos; (Keras), Identity (ONNX).</translation>
    </message>
    <message>
        <source>Every network begins with one. Its shape comes from the data: height × width × channels for a picture, one number for each column of a table, the word ids of a text. Also known as placeholder, Input (Keras), graph input (ONNX).</source>
        <translation>Jedes Netz beginnt damit. Die Form kommt aus den Daten: Höhe × Breite × Kanäle bei einem Bild, eine Zahl je Spalte einer Tabelle, die Wortnummern eines Textes. Auch: Platzhalter, Input (Keras), Grapheingang (ONNX).</translation>
    </message>
    <message>
        <source>Looks at one example alone, so it does the same in training and in use, and with any batch size; the norm of transformers and recurrent networks. In a sequence each step is normalized by itself, in a picture each pixel over its channels; Group norm with one group takes the whole picture. Also known as nn.LayerNorm (PyTorch), LayerNormalization (Keras, ONNX).</source>
        <translation>Sieht nur ein Beispiel an, tut also beim Training und bei der Anwendung dasselbe, bei jeder Batch-Größe; die Norm der Transformer und rekurrenten Netze. In einer Folge wird jeder Schritt für sich normalisiert, in einem Bild jeder Pixel über seine Kanäle; Group norm mit einer Gruppe nimmt das ganze Bild. Auch: nn.LayerNorm (PyTorch), LayerNormalization (Keras, ONNX).</translation>
    </message>
    <message>
        <source>As ReLU, but a negative unit keeps a small gradient, so that it can recover. Also known as nn.LeakyReLU (PyTorch), LeakyReLU (Keras), LeakyRelu (ONNX).</source>
        <translation>Wie ReLU, doch eine negative Einheit behält einen kleinen Gradienten, sodass sie sich erholen kann. Auch: nn.LeakyReLU (PyTorch), LeakyReLU (Keras), LeakyRelu (ONNX).</translation>
    </message>
    <message>
        <source>Says whether a pattern is somewhere in the window, and forgets where exactly; the picture shrinks and later layers see more of it at once. It has nothing to learn. Also known as nn.MaxPool2d (PyTorch), MaxPooling2D (Keras), MaxPool (ONNX).</source>
        <translation>Sagt, ob ein Muster irgendwo im Fenster ist, und vergisst, wo genau; das Bild schrumpft, und spätere Schichten sehen mehr davon auf einmal. Es hat nichts zu lernen. Auch: nn.MaxPool2d (PyTorch), MaxPooling2D (Keras), MaxPool (ONNX).</translation>
    </message>
    <message>
        <source>Says whether a pattern was somewhere in the last few steps, and forgets when exactly; the sequence gets shorter and later layers see more of it at once. It has nothing to learn. Also known as nn.MaxPool1d (PyTorch), MaxPooling1D (Keras), MaxPool (ONNX).</source>
        <translation>Sagt, ob ein Muster irgendwo in den letzten Schritten war, und vergisst, wann genau; die Folge wird kürzer, und spätere Schichten sehen mehr davon auf einmal. Es hat nichts zu lernen. Auch: nn.MaxPool1d (PyTorch), MaxPooling1D (Keras), MaxPool (ONNX).</translation>
    </message>
    <message>
        <source>Each channel (or the layer as a whole) finds the slope that suits it, for one more parameter. With little data Leaky ReLU does as well. Also known as parametric ReLU, nn.PReLU(num_parameters) (PyTorch, one slope for all unless told otherwise), PReLU (Keras), PRelu (ONNX).</source>
        <translation>Jeder Kanal (oder die ganze Schicht) findet die Steigung, die ihm passt, für einen Parameter mehr. Bei wenigen Daten tut es Leaky ReLU auch. Auch: parametrischer ReLU, nn.PReLU(num_parameters) (PyTorch, eine Steigung für alle, wenn nichts anderes gesagt ist), PReLU (Keras), PRelu (ONNX).</translation>
    </message>
    <message>
        <source>The usual activation between layers: fast, and its gradient does not fade for positive numbers. A unit that is negative for all examples learns nothing more; Leaky ReLU cures that. Also known as rectified linear unit, nn.ReLU (PyTorch), activation=&apos;relu&apos; (Keras), Relu (ONNX).</source>
        <translation>Die übliche Aktivierung zwischen Schichten: schnell, und ihr Gradient verblasst bei positiven Zahlen nicht. Eine Einheit, die für alle Beispiele negativ ist, lernt nichts mehr; Leaky ReLU heilt das. Auch: Rectified Linear Unit, nn.ReLU (PyTorch), activation=&apos;relu&apos; (Keras), Relu (ONNX).</translation>
    </message>
    <message>
        <source>A deep stack of Dense layers with it keeps its numbers in a good range without any batch norm, if the weights start LeCun normal and the data are standardized. Also known as scaled exponential linear unit, nn.SELU (PyTorch), activation=&apos;selu&apos; (Keras), Selu (ONNX).</source>
        <translation>Ein tiefer Stapel Dense-Schichten damit hält seine Zahlen ohne Batch norm in einem guten Bereich, wenn die Gewichte LeCun normal beginnen und die Daten standardisiert sind. Auch: Scaled Exponential Linear Unit, nn.SELU (PyTorch), activation=&apos;selu&apos; (Keras), Selu (ONNX).</translation>
    </message>
    <message>
        <source>Turns a number into a probability; use it after a last Dense with one unit to tell two classes apart. The loss looks at the number before it, which is exact even for very large ones. Between layers its gradient fades for large numbers; ReLU learns faster there. Also known as logistic function, nn.Sigmoid (PyTorch), activation=&apos;sigmoid&apos; (Keras), Sigmoid (ONNX).</source>
        <translation>Macht aus einer Zahl eine Wahrscheinlichkeit; nach einer letzten Dense mit einer Einheit, um zwei Klassen zu unterscheiden. Der Loss sieht die Zahl davor, was auch bei sehr großen genau ist. Zwischen Schichten verblasst der Gradient bei großen Zahlen; ReLU lernt dort schneller. Auch: logistische Funktion, nn.Sigmoid (PyTorch), activation=&apos;sigmoid&apos; (Keras), Sigmoid (ONNX).</translation>
    </message>
    <message>
        <source>Smooth everywhere, so its gradient never jumps; used in EfficientNet and many language models. Also known as swish, sigmoid linear unit, nn.SiLU (PyTorch), activation=&apos;silu&apos; or &apos;swish&apos; (Keras); ONNX writes it as Sigmoid and Mul.</source>
        <translation>Überall glatt, sodass der Gradient nie springt; in EfficientNet und vielen Sprachmodellen. Auch: Swish, Sigmoid Linear Unit, nn.SiLU (PyTorch), activation=&apos;silu&apos; oder &apos;swish&apos; (Keras); ONNX schreibt Sigmoid und Mul.</translation>
    </message>
    <message>
        <source>Put it at the very end of a classifier with more than two classes. The loss looks at the numbers before it (the logits), which is exact even for very large ones, so a network trains the same with and without it; a temperature divides them in both. It works along the last axis. Also known as nn.Softmax(dim=-1) (PyTorch), activation=&apos;softmax&apos; (Keras), Softmax (ONNX).</source>
        <translation>Gehört ganz ans Ende eines Klassifikators mit mehr als zwei Klassen. Der Loss sieht die Zahlen davor (die Logits), was auch bei sehr großen genau ist, sodass ein Netz mit und ohne gleich trainiert; eine Temperatur teilt sie in beiden Fällen. Es wirkt entlang der letzten Achse. Auch: nn.Softmax(dim=-1) (PyTorch), activation=&apos;softmax&apos; (Keras), Softmax (ONNX).</translation>
    </message>
    <message>
        <source>Good at an end that must be positive, such as a spread or a rate; its slope is the sigmoid. Between layers ReLU is faster and usually as good. Also known as nn.Softplus(beta) (PyTorch), activation=&apos;softplus&apos; (Keras), Softplus (ONNX).</source>
        <translation>Gut an einem Ende, das positiv sein muss, etwa eine Streuung oder Rate; die Steigung ist das Sigmoid. Zwischen Schichten ist ReLU schneller und meist ebenso gut. Auch: nn.Softplus(beta) (PyTorch), activation=&apos;softplus&apos; (Keras), Softplus (ONNX).</translation>
    </message>
    <message>
        <source>As sigmoid, but centred on 0, which helps the next layer; so it is the better of the two between layers. Its gradient fades for large numbers. Also known as hyperbolic tangent, nn.Tanh (PyTorch), activation=&apos;tanh&apos; (Keras), Tanh (ONNX).</source>
        <translation>Wie Sigmoid, aber um 0 zentriert, was der nächsten Schicht hilft; zwischen Schichten also die bessere der beiden. Der Gradient verblasst bei großen Zahlen. Auch: Tangens hyperbolicus, nn.Tanh (PyTorch), activation=&apos;tanh&apos; (Keras), Tanh (ONNX).</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>So many copies of the block one after another, each with weights of its own.</source>
        <translation>So viele Kopien des Blocks hintereinander, jede mit eigenen Gewichten.</translation>
    </message>
    <message>
        <source>Block input</source>
        <translation>Blockeingang</translation>
    </message>
    <message>
        <source>What comes into the block from outside.</source>
        <translation>Was von außen in den Block kommt.</translation>
    </message>
    <message>
        <source>A block of your own: open it to see what is inside.</source>
        <translation>Ein eigener Block: öffnen, um zu sehen, was darin ist.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Conv – BatchNorm – ReLU</source>
        <translation>Conv – BatchNorm – ReLU</translation>
    </message>
    <message>
        <source>Inception block</source>
        <translation>Inception-Block</translation>
    </message>
    <message>
        <source>MLP block</source>
        <translation>MLP-Block</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>Residualblock</translation>
    </message>
    <message>
        <source>Every number looks at all others; some are left out at random while training.</source>
        <translation>Jede Zahl sieht auf alle anderen; beim Training fallen zufällig einige aus.</translation>
    </message>
    <message>
        <source>Finds patterns, brings them to one scale, keeps the positive ones.</source>
        <translation>Findet Muster, bringt sie auf ein Maß, behält die positiven.</translation>
    </message>
    <message>
        <source>Small, middle and large patterns side by side, their channels joined.</source>
        <translation>Kleine, mittlere und große Muster nebeneinander, ihre Kanäle zusammengehängt.</translation>
    </message>
    <message>
        <source>Two convolutions learn what to add to what comes in, which runs past them.</source>
        <translation>Zwei Faltungen lernen, was zu dem zu zählen ist, was hereinkommt und an ihnen vorbeiläuft.</translation>
    </message>
</context>
<context>
    <name>EngineMessage</name>
    <message>
        <source>There is no Input, so no data can enter the network</source>
        <translation>Es gibt keinen Input, also kommen keine Daten in das Netz</translation>
    </message>
    <message>
        <source>Add an Input and connect it to the first layer</source>
        <translation>Einen Input hinzufügen und mit der ersten Schicht verbinden</translation>
    </message>
    <message>
        <source>There are %1 Inputs, but the data have one kind of example</source>
        <translation>Es gibt %1 Inputs, aber die Daten haben eine Art von Beispielen</translation>
    </message>
    <message>
        <source>Keep one Input and connect it to all that need it</source>
        <translation>Einen Input behalten und mit allen verbinden, die ihn brauchen</translation>
    </message>
    <message>
        <source>Nothing comes after the Input yet</source>
        <translation>Nach dem Input kommt noch nichts</translation>
    </message>
    <message>
        <source>Append a layer, or draw an edge from the Input to the first layer</source>
        <translation>Eine Schicht anhängen oder vom Input eine Kante zur ersten Schicht ziehen</translation>
    </message>
    <message>
        <source>%1 nodes have the name “%2”</source>
        <translation>%1 Knoten haben den Namen „%2“</translation>
    </message>
    <message>
        <source>Rename all but one of them: parameters are saved under the name of their node</source>
        <translation>Alle bis auf einen umbenennen: Parameter werden unter dem Namen ihres Knotens gespeichert</translation>
    </message>
    <message>
        <source>The network ends in %1 places: %2</source>
        <translation>Das Netz endet an %1 Stellen: %2</translation>
    </message>
    <message>
        <source>Only one end can be the answer: join the branches with Add or Concatenate, or delete the ends that are not needed</source>
        <translation>Nur ein Ende kann die Antwort sein: die Zweige mit Add oder Concatenate verbinden oder die Enden löschen, die nicht gebraucht werden</translation>
    </message>
    <message>
        <source>The drawing is empty</source>
        <translation>Die Zeichnung ist leer</translation>
    </message>
    <message>
        <source>Drag an Input onto it, then the layers that follow</source>
        <translation>Einen Input hineinziehen, dann die Schichten, die folgen</translation>
    </message>
    <message>
        <source>This node is part of a circle: it would have to wait for its own output</source>
        <translation>Dieser Knoten ist Teil eines Kreises: Er müsste auf seinen eigenen Ausgang warten</translation>
    </message>
    <message>
        <source>Delete one of the edges of the circle</source>
        <translation>Eine der Kanten des Kreises löschen</translation>
    </message>
    <message>
        <source>edges that lead from the Input to the end</source>
        <translation>Kanten, die vom Input zum Ende führen</translation>
    </message>
    <message>
        <source>a circle</source>
        <translation>einen Kreis</translation>
    </message>
    <message>
        <source>one Input</source>
        <translation>einen Input</translation>
    </message>
    <message>
        <source>at least one layer</source>
        <translation>mindestens eine Schicht</translation>
    </message>
    <message>
        <source>one end</source>
        <translation>ein Ende</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>nichts davon</translation>
    </message>
    <message>
        <source>Missing layer: this program has no layer “%1”</source>
        <translation>Fehlende Schicht: Dieses Programm hat keine Schicht „%1“</translation>
    </message>
    <message>
        <source>a layer of the palette</source>
        <translation>eine Schicht der Palette</translation>
    </message>
    <message>
        <source>Replace this node, or open the project in the program that made it. Its settings are kept</source>
        <translation>Den Knoten ersetzen oder das Projekt in dem Programm öffnen, das es gemacht hat. Seine Einstellungen bleiben erhalten</translation>
    </message>
    <message>
        <source>A Block input has a meaning only inside a block</source>
        <translation>Ein Blockeingang hat nur in einem Block einen Sinn</translation>
    </message>
    <message>
        <source>an Input</source>
        <translation>einen Input</translation>
    </message>
    <message>
        <source>a Block input</source>
        <translation>einen Blockeingang</translation>
    </message>
    <message>
        <source>Use an Input here, or delete this node</source>
        <translation>Hier einen Input verwenden oder den Knoten löschen</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of this program</source>
        <translation>%1 wurde von einer neueren Version dieses Programms gespeichert</translation>
    </message>
    <message>
        <source>version %1 or older</source>
        <translation>Version %1 oder älter</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Update the program, or replace this node</source>
        <translation>Das Programm erneuern oder den Knoten ersetzen</translation>
    </message>
    <message>
        <source>%1 has %2, but an edge leads to input %3</source>
        <translation>%1 hat %2, aber eine Kante führt zu Eingang %3</translation>
    </message>
    <message>
        <source>Two edges lead to input %1</source>
        <translation>Zwei Kanten führen zu Eingang %1</translation>
    </message>
    <message>
        <source>Input %1 of “%2” is not connected</source>
        <translation>Eingang %1 von „%2“ ist nicht verbunden</translation>
    </message>
    <message>
        <source>Input %1 is not connected</source>
        <translation>Eingang %1 ist nicht verbunden</translation>
    </message>
    <message>
        <source>Delete this edge</source>
        <translation>Diese Kante löschen</translation>
    </message>
    <message>
        <source>one edge at each input</source>
        <translation>eine Kante an jedem Eingang</translation>
    </message>
    <message>
        <source>Connect each input once</source>
        <translation>Jeden Eingang einmal verbinden</translation>
    </message>
    <message>
        <source>“%1” is not connected</source>
        <translation>„%1“ ist nicht verbunden</translation>
    </message>
    <message>
        <source>Draw an edge to it, drop it on an edge, or delete it</source>
        <translation>Eine Kante zu ihm ziehen, ihn auf einer Kante ablegen oder löschen</translation>
    </message>
    <message>
        <source>“%1” gets no input</source>
        <translation>„%1“ bekommt keinen Eingang</translation>
    </message>
    <message>
        <source>Draw an edge to it from the node that should come before it</source>
        <translation>Von dem Knoten, der davor kommen soll, eine Kante zu ihm ziehen</translation>
    </message>
    <message>
        <source>%1 joins %2, but “%3” gets %4</source>
        <translation>%1 verbindet %2, aber „%3“ bekommt %4</translation>
    </message>
    <message>
        <source>Draw an edge to it from each branch that it should join</source>
        <translation>Von jedem Zweig, den er verbinden soll, eine Kante zu ihm ziehen</translation>
    </message>
    <message>
        <source>“%1” has no input %2</source>
        <translation>„%1“ hat keinen Eingang %2</translation>
    </message>
    <message>
        <source>%1 would make %2 million numbers of each example</source>
        <translation>%1 würde aus jedem Beispiel %2 Millionen Zahlen machen</translation>
    </message>
    <message>
        <source>Make it smaller: fewer units, filters or pixels</source>
        <translation>Es kleiner machen: weniger Einheiten, Filter oder Pixel</translation>
    </message>
    <message>
        <source>With %1 the network has %2 million parameters, more than memory can train</source>
        <translation>Mit %1 hat das Netz %2 Millionen Parameter, mehr als der Speicher trainieren kann</translation>
    </message>
    <message>
        <source>Use fewer units, or shrink the data first by pooling or a stride</source>
        <translation>Weniger Einheiten verwenden oder die Daten vorher durch Pooling oder eine Schrittweite verkleinern</translation>
    </message>
    <message>
        <source>at most %1 million</source>
        <translation>höchstens %1 Millionen</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 Millionen</translation>
    </message>
    <message>
        <source>Give it %1</source>
        <translation>%1 einstellen</translation>
    </message>
    <message>
        <source>One end of the edge is not there any more</source>
        <translation>Ein Ende der Kante ist nicht mehr da</translation>
    </message>
    <message>
        <source>A node cannot be its own input</source>
        <translation>Ein Knoten kann nicht sein eigener Eingang sein</translation>
    </message>
    <message>
        <source>Connect two different nodes</source>
        <translation>Zwei verschiedene Knoten verbinden</translation>
    </message>
    <message>
        <source>%1 takes no edge: the data enter there</source>
        <translation>%1 nimmt keine Kante: Dort kommen die Daten herein</translation>
    </message>
    <message>
        <source>Draw the edge away from it</source>
        <translation>Die Kante von ihm weg ziehen</translation>
    </message>
    <message>
        <source>Use one of the inputs that are shown</source>
        <translation>Einen der gezeigten Eingänge verwenden</translation>
    </message>
    <message>
        <source>That would make a circle: the node would wait for its own output</source>
        <translation>Das ergäbe einen Kreis: Der Knoten müsste auf seinen eigenen Ausgang warten</translation>
    </message>
    <message>
        <source>Edges lead from the Input to the end, never back</source>
        <translation>Kanten führen vom Input zum Ende, nie zurück</translation>
    </message>
    <message>
        <source>The network ends in %1, but the data ask for %2</source>
        <translation>Das Netz gibt %1, aber die Daten verlangen %2</translation>
    </message>
    <message>
        <source>The network gives %1, but the data ask for %2</source>
        <translation>Das Netz gibt %1, aber die Daten verlangen %2</translation>
    </message>
    <message>
        <source>Append an Embedding, a Global average pool and a Dense with %1 units</source>
        <translation>Ein Embedding, ein Global average pool und ein Dense mit %1 Einheiten anhängen</translation>
    </message>
    <message>
        <source>Append %1 and a Dense with %2 units</source>
        <translation>%1 und ein Dense mit %2 Einheiten anhängen</translation>
    </message>
    <message>
        <source>Append a Dense with %1 units</source>
        <translation>Ein Dense mit %1 Einheiten anhängen</translation>
    </message>
    <message>
        <source>Set the units of “%1” to %2</source>
        <translation>Die Einheiten von „%1“ auf %2 setzen</translation>
    </message>
    <message>
        <source>Softmax gives shares that add up to 1, but the data ask for numbers of any size</source>
        <translation>Softmax gibt Anteile, die zusammen 1 sind, aber die Daten verlangen Zahlen beliebiger Größe</translation>
    </message>
    <message>
        <source>Delete “%1”: the Dense before it gives the numbers</source>
        <translation>„%1“ löschen: Das Dense davor gibt die Zahlen</translation>
    </message>
    <message>
        <source>Softmax of a single number is always 1</source>
        <translation>Softmax einer einzigen Zahl ist immer 1</translation>
    </message>
    <message>
        <source>Sigmoid, or a Dense with 2 units before the Softmax</source>
        <translation>Sigmoid, oder ein Dense mit 2 Einheiten vor dem Softmax</translation>
    </message>
    <message>
        <source>Use Sigmoid here, or set the units of the Dense before it to 2</source>
        <translation>Hier Sigmoid verwenden oder die Einheiten des Dense davor auf 2 setzen</translation>
    </message>
    <message>
        <source>The answers go from %1 only, but the data ask for numbers of any size</source>
        <translation>Die Antworten gehen nur von %1, aber die Daten verlangen Zahlen beliebiger Größe</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>−1 bis 1</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>2 numbers, or 1, for 2 classes</source>
        <translation>2 Zahlen, oder 1, für 2 Klassen</translation>
    </message>
    <message>
        <source>%1 numbers for %2 classes</source>
        <translation>%1 Zahlen für %2 Klassen</translation>
    </message>
    <message>
        <source>%1 numbers, for “%2”</source>
        <translation>%1 Zahlen, für „%2“</translation>
    </message>
    <message>
        <source>2 (or 1)</source>
        <translation>2 (oder 1)</translation>
    </message>
    <message>
        <source>%1 at the very end switches off answers while training</source>
        <translation>%1 ganz am Ende schaltet beim Training Antworten aus</translation>
    </message>
    <message>
        <source>Move it before the last Dense</source>
        <translation>Es vor das letzte Dense setzen</translation>
    </message>
    <message>
        <source>%1 at the very end holds the answers to a fixed size</source>
        <translation>%1 ganz am Ende hält die Antworten auf fester Größe</translation>
    </message>
    <message>
        <source>Remove it: the last Dense should answer freely</source>
        <translation>Es entfernen: Das letzte Dense soll frei antworten</translation>
    </message>
    <message>
        <source>After this ReLU the network can never answer with a negative number</source>
        <translation>Nach diesem ReLU kann das Netz nie mit einer negativen Zahl antworten</translation>
    </message>
    <message>
        <source>Sigmoid gives each class a probability of its own; they do not sum to 1</source>
        <translation>Sigmoid gibt jeder Klasse eine eigene Wahrscheinlichkeit; zusammen sind sie nicht 1</translation>
    </message>
    <message>
        <source>Use Softmax when each example belongs to one class</source>
        <translation>Softmax verwenden, wenn jedes Beispiel zu einer Klasse gehört</translation>
    </message>
    <message>
        <source>With a stride of %1 and a window of %2 most of what comes in is never looked at</source>
        <translation>Mit Schrittweite %1 und Fenster %2 wird das meiste, was hereinkommt, nie angesehen</translation>
    </message>
    <message>
        <source>Make the stride at most %1</source>
        <translation>Die Schrittweite höchstens %1 machen</translation>
    </message>
    <message>
        <source>All layers that learn are frozen, so training changes nothing</source>
        <translation>Alle lernenden Schichten sind eingefroren, also ändert das Training nichts</translation>
    </message>
    <message>
        <source>Unfreeze at least one of them; usually the last ones</source>
        <translation>Mindestens eine davon auftauen; meist die letzten</translation>
    </message>
    <message>
        <source>No gradient passes through %1: “%2” before it cannot learn</source>
        <translation>Durch %1 geht kein Gradient: „%2“ davor kann nicht lernen</translation>
    </message>
    <message>
        <source>Use Softmax to train, and this only to look at answers</source>
        <translation>Zum Trainieren Softmax verwenden, dies nur zum Ansehen von Antworten</translation>
    </message>
    <message>
        <source>Softmax is followed by more layers; it belongs at the very end</source>
        <translation>Nach dem Softmax kommen weitere Schichten; es gehört ganz ans Ende</translation>
    </message>
    <message>
        <source>Use ReLU here</source>
        <translation>Hier ReLU verwenden</translation>
    </message>
    <message>
        <source>%1 just before %2 switches off answers while training</source>
        <translation>%1 direkt vor %2 schaltet beim Training Antworten aus</translation>
    </message>
    <message>
        <source>%1 comes directly after %2: two activations in a row</source>
        <translation>%1 kommt direkt nach %2: zwei Aktivierungen hintereinander</translation>
    </message>
    <message>
        <source>One of them is enough: delete the other, or put a Dense or Conv2d between them</source>
        <translation>Eine genügt: die andere löschen oder ein Dense oder Conv2d dazwischensetzen</translation>
    </message>
    <message>
        <source>Two Dense layers without an activation between them can learn no more than one</source>
        <translation>Zwei Dense ohne Aktivierung dazwischen können nicht mehr lernen als eines</translation>
    </message>
    <message>
        <source>Put a ReLU between “%1” and “%2”</source>
        <translation>Ein ReLU zwischen „%1“ und „%2“ setzen</translation>
    </message>
    <message>
        <source>There is nothing to flatten: this is a vector already</source>
        <translation>Hier gibt es nichts flach zu machen: Das ist schon ein Vektor</translation>
    </message>
    <message>
        <source>Delete this node</source>
        <translation>Diesen Knoten löschen</translation>
    </message>
    <message>
        <source>“%1” cannot be bypassed: the data enter there</source>
        <translation>„%1“ lässt sich nicht umgehen: Dort kommen die Daten herein</translation>
    </message>
    <message>
        <source>Switch its bypass off</source>
        <translation>Sein Umgehen abschalten</translation>
    </message>
    <message>
        <source>“%1” is bypassed: of its %2 inputs only the first, “%3”, goes on; left out with the others: %4</source>
        <translation>„%1“ wird umgangen: Von seinen %2 Eingängen geht nur der erste, „%3“, weiter; mit den anderen fällt weg: %4</translation>
    </message>
    <message>
        <source>“%1” is bypassed: of its %2 inputs only the first, “%3”, goes on</source>
        <translation>„%1“ wird umgangen: Von seinen %2 Eingängen geht nur der erste, „%3“, weiter</translation>
    </message>
    <message>
        <source>To let another go on, connect that one first, or switch the bypass off</source>
        <translation>Soll ein anderer weitergehen, diesen zuerst verbinden oder das Umgehen abschalten</translation>
    </message>
    <message>
        <source>Missing block: this project has no block “%1”</source>
        <translation>Fehlender Block: Dieses Projekt hat keinen Block „%1“</translation>
    </message>
    <message>
        <source>Replace this node, or paste the block from the project that has it</source>
        <translation>Den Knoten ersetzen oder den Block aus dem Projekt einfügen, das ihn hat</translation>
    </message>
    <message>
        <source>a block of this project</source>
        <translation>einen Block dieses Projekts</translation>
    </message>
    <message>
        <source>The block “%1” holds itself, so it would never end</source>
        <translation>Der Block „%1“ enthält sich selbst, er nähme also kein Ende</translation>
    </message>
    <message>
        <source>Open it and delete the node that stands for the block itself</source>
        <translation>Ihn öffnen und den Knoten löschen, der für den Block selbst steht</translation>
    </message>
    <message>
        <source>other blocks and layers</source>
        <translation>andere Blöcke und Schichten</translation>
    </message>
    <message>
        <source>Nothing can come into the block “%1”</source>
        <translation>In den Block „%1“ kann nichts hinein</translation>
    </message>
    <message>
        <source>Open it and add a Block input</source>
        <translation>Ihn öffnen und einen Blockeingang hinzufügen</translation>
    </message>
    <message>
        <source>at least one Block input</source>
        <translation>mindestens einen Blockeingang</translation>
    </message>
    <message>
        <source>In the block “%1” nothing comes after its input “%2”</source>
        <translation>Im Block „%1“ kommt nach seinem Eingang „%2“ nichts</translation>
    </message>
    <message>
        <source>Open the block and connect the input, or delete it</source>
        <translation>Den Block öffnen und den Eingang verbinden oder löschen</translation>
    </message>
    <message>
        <source>The block “%1” ends in several places</source>
        <translation>Der Block „%1“ endet an mehreren Stellen</translation>
    </message>
    <message>
        <source>Open it and join the branches with Add or Concatenate</source>
        <translation>Ihn öffnen und die Zweige mit Add oder Concatenate verbinden</translation>
    </message>
    <message>
        <source>Laid out with all its blocks the network has more than %1 nodes</source>
        <translation>Mit allen Blöcken ausgelegt hat das Netz mehr als %1 Knoten</translation>
    </message>
    <message>
        <source>at most %1 nodes</source>
        <translation>höchstens %1 Knoten</translation>
    </message>
    <message>
        <source>Repeat blocks less often</source>
        <translation>Blöcke weniger oft wiederholen</translation>
    </message>
    <message>
        <source>Copy %1 of the repeated block does not work with what copy %2 gives. %3</source>
        <translation>Kopie %1 des wiederholten Blocks kommt mit dem nicht zurecht, was Kopie %2 gibt. %3</translation>
    </message>
    <message>
        <source>In “%1”: %2</source>
        <translation>In „%1“: %2</translation>
    </message>
    <message>
        <source>Add needs equal shapes, but gets %1 and %2</source>
        <translation>Add braucht gleiche Formen, bekommt aber %1 und %2</translation>
    </message>
    <message>
        <source>%1 at every input</source>
        <translation>%1 an jedem Eingang</translation>
    </message>
    <message>
        <source>Make the branches end in equal shapes, for instance by a Dense with as many units</source>
        <translation>Die Zweige in gleichen Formen enden lassen, etwa durch ein Dense mit ebenso vielen Einheiten</translation>
    </message>
    <message>
        <source>Put a Conv2d with kernel size 1 and as many filters on the shortcut, or use Concatenate</source>
        <translation>Ein Conv2d mit Kerngröße 1 und ebenso vielen Filtern auf die Abkürzung setzen oder Concatenate verwenden</translation>
    </message>
    <message>
        <source>Use padding same and equal strides in both branches</source>
        <translation>In beiden Zweigen Rand same und gleiche Schrittweiten verwenden</translation>
    </message>
    <message>
        <source>Concatenate needs inputs that are alike but for the channels, but gets %1 and %2</source>
        <translation>Concatenate braucht Eingänge, die bis auf die Kanäle gleich sind, bekommt aber %1 und %2</translation>
    </message>
    <message>
        <source>Concatenate needs inputs that are alike but for the last size, but gets %1 and %2</source>
        <translation>Concatenate braucht Eingänge, die bis auf die letzte Größe gleich sind, bekommt aber %1 und %2</translation>
    </message>
    <message>
        <source>Put a Flatten into both branches</source>
        <translation>In beide Zweige ein Flatten setzen</translation>
    </message>
    <message>
        <source>shapes like %1 but for the last size</source>
        <translation>Formen wie %1 bis auf die letzte Größe</translation>
    </message>
    <message>
        <source>%1 with dilation %2 does not fit into %3 with padding %4 on each side</source>
        <translation>%1 mit Dehnung %2 passt nicht in %3 mit Rand %4 auf jeder Seite</translation>
    </message>
    <message>
        <source>%1 with dilation %2 does not fit into %3</source>
        <translation>%1 mit Dehnung %2 passt nicht in %3</translation>
    </message>
    <message>
        <source>%1 does not fit into %2 with padding %3 on each side</source>
        <translation>%1 passt nicht in %2 mit Rand %3 auf jeder Seite</translation>
    </message>
    <message>
        <source>%1 does not fit into %2</source>
        <translation>%1 passt nicht in %2</translation>
    </message>
    <message>
        <source>A filter of %1 steps</source>
        <translation>Ein Filter von %1 Schritten</translation>
    </message>
    <message>
        <source>A %1 filter</source>
        <translation>Ein Filter von %1</translation>
    </message>
    <message>
        <source>A window of %1 steps</source>
        <translation>Ein Fenster von %1 Schritten</translation>
    </message>
    <message>
        <source>A %1 window</source>
        <translation>Ein Fenster von %1</translation>
    </message>
    <message>
        <source>Make the dilation or the kernel size smaller, or set the padding to same</source>
        <translation>Die Dehnung oder die Kerngröße kleiner machen oder den Rand auf same setzen</translation>
    </message>
    <message>
        <source>Make the kernel size smaller or set the padding to same</source>
        <translation>Die Kerngröße kleiner machen oder den Rand auf same setzen</translation>
    </message>
    <message>
        <source>%1 channels cannot be shared out evenly to %2 groups</source>
        <translation>%1 Kanäle lassen sich nicht gleichmäßig auf %2 Gruppen verteilen</translation>
    </message>
    <message>
        <source>%1 filters cannot be shared out evenly to %2 groups</source>
        <translation>%1 Filter lassen sich nicht gleichmäßig auf %2 Gruppen verteilen</translation>
    </message>
    <message>
        <source>Choose a number of groups that divides the number of channels</source>
        <translation>Eine Zahl von Gruppen wählen, die die Zahl der Kanäle teilt</translation>
    </message>
    <message>
        <source>Choose a number of filters that the number of groups divides</source>
        <translation>Eine Zahl von Filtern wählen, die sich durch die Zahl der Gruppen teilen lässt</translation>
    </message>
    <message>
        <source>a divisor of %1</source>
        <translation>einen Teiler von %1</translation>
    </message>
    <message>
        <source>%1 channels cannot be split into %2 equal groups</source>
        <translation>%1 Kanäle lassen sich nicht in %2 gleiche Gruppen teilen</translation>
    </message>
    <message>
        <source>Change the groups, or the number of filters or units before it</source>
        <translation>Die Gruppen ändern, oder die Zahl der Filter oder Einheiten davor</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>With padding %1 a window of %2 lies beside everything</source>
        <translation>Mit Rand %1 liegt ein Fenster von %2 neben allem</translation>
    </message>
    <message>
        <source>Make the padding smaller than the window, or set it to same</source>
        <translation>Den Rand kleiner als das Fenster machen oder auf same setzen</translation>
    </message>
    <message>
        <source>The sequence is too short to pool: remove this layer or an earlier one that shortens it</source>
        <translation>Die Folge ist zu kurz zum Zusammenfassen: diese Schicht entfernen oder eine frühere, die sie kürzt</translation>
    </message>
    <message>
        <source>The picture is too small to pool: remove this layer or an earlier one that shrinks it</source>
        <translation>Das Bild ist zu klein zum Zusammenfassen: diese Schicht entfernen oder eine frühere, die es verkleinert</translation>
    </message>
    <message>
        <source>Make the window smaller, or let earlier layers shorten the sequence less</source>
        <translation>Das Fenster kleiner machen oder frühere Schichten die Folge weniger kürzen lassen</translation>
    </message>
    <message>
        <source>Make the window smaller, or let earlier layers shrink the picture less</source>
        <translation>Das Fenster kleiner machen oder frühere Schichten das Bild weniger verkleinern lassen</translation>
    </message>
    <message>
        <source>Put a Flatten before it</source>
        <translation>Ein Flatten davorsetzen</translation>
    </message>
    <message>
        <source>Put an Embedding and a Global average pool before it</source>
        <translation>Ein Embedding und ein Global average pool davorsetzen</translation>
    </message>
    <message>
        <source>Put a Global average pool (the mean over the sequence) or a Flatten before it</source>
        <translation>Ein Global average pool (das Mittel über die Folge) oder ein Flatten davorsetzen</translation>
    </message>
    <message>
        <source>Put an Embedding before it: it turns each word id into a vector</source>
        <translation>Ein Embedding davorsetzen: Es macht aus jeder Wortnummer einen Vektor</translation>
    </message>
    <message>
        <source>Connect it to the Input of a text. Numbers need no Embedding: use a Dense for them</source>
        <translation>Es mit dem Input eines Textes verbinden. Zahlen brauchen kein Embedding: für sie ein Dense verwenden</translation>
    </message>
    <message>
        <source>The number of words is not known</source>
        <translation>Die Zahl der Wörter ist nicht bekannt</translation>
    </message>
    <message>
        <source>Load a text, or say here how many words there are</source>
        <translation>Einen Text laden oder hier angeben, wie viele Wörter es gibt</translation>
    </message>
    <message>
        <source>at least 2 words (padding and unknown)</source>
        <translation>mindestens 2 Wörter (Auffüllung und unbekannt)</translation>
    </message>
    <message>
        <source>The table has %1 rows, but the data have %2 words</source>
        <translation>Die Tabelle hat %1 Zeilen, aber die Daten haben %2 Wörter</translation>
    </message>
    <message>
        <source>Set Words to 0, then it takes as many as there are</source>
        <translation>Wörter auf 0 setzen, dann nimmt es so viele, wie es gibt</translation>
    </message>
    <message>
        <source>0 or at least %1</source>
        <translation>0 oder mindestens %1</translation>
    </message>
    <message>
        <source>A vector needs no pooling: leave this layer out</source>
        <translation>Ein Vektor braucht kein Pooling: diese Schicht weglassen</translation>
    </message>
    <message>
        <source>Connect it to a sequence: the output of an Embedding, or another layer over steps</source>
        <translation>Es mit einer Folge verbinden: dem Ausgang eines Embedding oder einer anderen Schicht über Schritte</translation>
    </message>
    <message>
        <source>A picture has two axes to move along: use the layer for pictures instead</source>
        <translation>Ein Bild hat zwei Richtungen: stattdessen die Schicht für Bilder verwenden</translation>
    </message>
    <message>
        <source>Connect it to a picture: the Input, or another convolution or pooling layer</source>
        <translation>Es mit einem Bild verbinden: dem Input oder einer anderen Faltung oder Pooling-Schicht</translation>
    </message>
    <message>
        <source>Words are not a picture: use Embedding, then Global average pool</source>
        <translation>Wörter sind kein Bild: Embedding verwenden, dann Global average pool</translation>
    </message>
    <message>
        <source>For a grey picture, write the shape of the Input with its one channel, such as 28x28x1</source>
        <translation>Für ein Graubild die Form des Inputs mit ihrem einen Kanal schreiben, etwa 28x28x1</translation>
    </message>
    <message>
        <source>Put it before the Flatten or Dense, while the data are still a picture</source>
        <translation>Es vor das Flatten oder Dense setzen, solange die Daten noch ein Bild sind</translation>
    </message>
    <message>
        <source>“%1” is not a shape</source>
        <translation>„%1“ ist keine Form</translation>
    </message>
    <message>
        <source>Sizes go from 1 to %1</source>
        <translation>Größen gehen von 1 bis %1</translation>
    </message>
    <message>
        <source>A text has a length and a number of words only</source>
        <translation>Ein Text hat nur eine Länge und eine Zahl von Wörtern</translation>
    </message>
    <message>
        <source>A shape has at most 4 sizes</source>
        <translation>Eine Form hat höchstens 4 Größen</translation>
    </message>
    <message>
        <source>Write numbers with x between them, such as 28x28x1, or words:40:2000 for a text</source>
        <translation>Zahlen mit x dazwischen schreiben, etwa 28x28x1, oder words:40:2000 für einen Text</translation>
    </message>
    <message>
        <source>such as 28x28x1, 784 or words:40:2000</source>
        <translation>etwa 28x28x1, 784 oder words:40:2000</translation>
    </message>
    <message>
        <source>An example of the data has no numbers in it</source>
        <translation>Ein Beispiel der Daten enthält keine Zahlen</translation>
    </message>
    <message>
        <source>Look at the data: every column or picture may have been left out</source>
        <translation>Die Daten ansehen: Vielleicht wurden alle Spalten oder Bilder ausgelassen</translation>
    </message>
    <message>
        <source>at least 1 number</source>
        <translation>mindestens 1 Zahl</translation>
    </message>
    <message>
        <source>The shape of the data is not known yet</source>
        <translation>Die Form der Daten ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Load data, or write the shape here, such as 28x28x1</source>
        <translation>Daten laden oder die Form hier schreiben, etwa 28x28x1</translation>
    </message>
    <message>
        <source>data or a shape</source>
        <translation>Daten oder eine Form</translation>
    </message>
    <message>
        <source>The Input is set to %1 words, but the data have %2</source>
        <translation>Der Input steht auf %1 Wörtern, aber die Daten haben %2</translation>
    </message>
    <message>
        <source>The Input is set to %1, but an example of the data is %2</source>
        <translation>Der Input verlangt %1, aber ein Beispiel der Daten gibt %2</translation>
    </message>
    <message>
        <source>Clear the shape, then it is taken from the data</source>
        <translation>Die Form leeren, dann kommt sie von den Daten</translation>
    </message>
    <message>
        <source>at least %1 words</source>
        <translation>mindestens %1 Wörter</translation>
    </message>
    <message>
        <source>%1 needs %2, but gets %3</source>
        <translation>%1 braucht %2, bekommt aber %3</translation>
    </message>
    <message>
        <source>%1 cannot be that</source>
        <translation>%1 kann das nicht sein</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>diese Einstellung gibt es nicht</translation>
    </message>
    <message>
        <source>There is no such setting</source>
        <translation>Diese Einstellung gibt es nicht</translation>
    </message>
    <message>
        <source>no settings</source>
        <translation>keine Einstellungen</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 of at least %2</source>
        <translation>%1 von mindestens %2</translation>
    </message>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 von höchstens %2</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>a path</source>
        <translation>einen Pfad</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>einen Wert</translation>
    </message>
    <message>
        <source>Delete the edge from %1 back to %2</source>
        <translation>Die Kante von %1 zurück zu %2 löschen</translation>
    </message>
    <message>
        <source>Delete all %1 edges that run back</source>
        <translation>Alle %1 Kanten löschen, die zurückführen</translation>
    </message>
    <message>
        <source>Delete the branch that ends in %1 (%2 layers)</source>
        <translation>Den Zweig löschen, der in %1 endet (%2 Schichten)</translation>
    </message>
    <message>
        <source>Delete the branch that ends in %1</source>
        <translation>Den Zweig löschen, der in %1 endet</translation>
    </message>
    <message>
        <source>Keep only the end %1, and delete what leads elsewhere (%2 layers)</source>
        <translation>Nur das Ende %1 behalten und löschen, was anderswohin führt (%2 Schichten)</translation>
    </message>
    <message>
        <source>Keep only the end %1, and delete what leads elsewhere</source>
        <translation>Nur das Ende %1 behalten und löschen, was anderswohin führt</translation>
    </message>
    <message>
        <source>Join the ends with %1</source>
        <translation>Die Enden durch %1 verbinden</translation>
    </message>
    <message>
        <source>Let %1 feed all, and delete the other Inputs</source>
        <translation>%1 alle speisen lassen und die anderen Inputs löschen</translation>
    </message>
    <message>
        <source>Rename this one “%1”</source>
        <translation>Diesen in „%1“ umbenennen</translation>
    </message>
    <message>
        <source>Add an Input before %1</source>
        <translation>Einen Input vor %1 setzen</translation>
    </message>
    <message>
        <source>Add an Input</source>
        <translation>Einen Input hinzufügen</translation>
    </message>
    <message>
        <source>Use the %1 of this program for %2</source>
        <translation>Für %2 das %1 dieses Programms verwenden</translation>
    </message>
    <message>
        <source>Drop the settings of %1 that %2 does not have</source>
        <translation>Die Einstellungen von %1 weglassen, die %2 nicht hat</translation>
    </message>
    <message>
        <source>Put the edges into %1 in order</source>
        <translation>Die Kanten in %1 ordnen</translation>
    </message>
    <message>
        <source>Set the padding of %1 to same</source>
        <translation>Den Rand von %1 auf same setzen</translation>
    </message>
    <message>
        <source>Let the table have as many rows as the data have words</source>
        <translation>Der Tabelle so viele Zeilen geben, wie die Daten Wörter haben</translation>
    </message>
    <message>
        <source>Take the shape of the Input from the data</source>
        <translation>Die Form des Inputs von den Daten nehmen</translation>
    </message>
    <message>
        <source>Insert %1 between %2 and %3</source>
        <translation>%1 zwischen %2 und %3 einfügen</translation>
    </message>
    <message>
        <source>Insert %1 before %2</source>
        <translation>%1 vor %2 einfügen</translation>
    </message>
    <message>
        <source>Append %1 to %2</source>
        <translation>%1 an %2 anhängen</translation>
    </message>
    <message>
        <source>Replace %1 by %2</source>
        <translation>%1 durch %2 ersetzen</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1 mit %2 verbinden</translation>
    </message>
    <message>
        <source>Move %1 before %2</source>
        <translation>%1 vor %2 setzen</translation>
    </message>
    <message>
        <source>Move %1 to the end</source>
        <translation>%1 ans Ende setzen</translation>
    </message>
    <message>
        <source>Set the %1 of %2 to %3</source>
        <translation>%1 von %2 auf %3 setzen</translation>
    </message>
    <message>
        <source>Switch %1 on again</source>
        <translation>%1 wieder einschalten</translation>
    </message>
    <message>
        <source>Unfreeze all layers</source>
        <translation>Alle Schichten auftauen</translation>
    </message>
    <message>
        <source>Unfreeze %1</source>
        <translation>%1 auftauen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Take %1 as the loss</source>
        <translation>%1 als Loss nehmen</translation>
    </message>
    <message>
        <source>Let the data choose the loss</source>
        <translation>Die Daten den Loss wählen lassen</translation>
    </message>
    <message>
        <source>%1 compares numbers as they are, but the data standardize their targets</source>
        <translation>%1 vergleicht Zahlen, wie sie sind, aber die Daten standardisieren ihre Ziele</translation>
    </message>
    <message>
        <source>Put the settings of the %1 back to their standards</source>
        <translation>Die Einstellungen zurück auf ihren Standard setzen (%1)</translation>
    </message>
    <message>
        <source>Measure all that suits the data</source>
        <translation>Alles messen, was zu den Daten passt</translation>
    </message>
    <message>
        <source>The best epoch is told by “%1”, which says nothing about these data</source>
        <translation>Die beste Epoche wird an „%1“ gemessen, was über diese Daten nichts sagt</translation>
    </message>
    <message>
        <source>Tell the best epoch by the loss</source>
        <translation>Die beste Epoche am Loss messen</translation>
    </message>
    <message>
        <source>There is no such loss</source>
        <translation>Diesen Loss gibt es nicht</translation>
    </message>
    <message>
        <source>There is no such metric</source>
        <translation>Diese Metrik gibt es nicht</translation>
    </message>
    <message>
        <source>There is no %1 “%2”</source>
        <translation>Es gibt diese Wahl nicht: „%2“ (%1)</translation>
    </message>
    <message>
        <source>Take “%1” as the %2</source>
        <translation>„%1“ nehmen (%2)</translation>
    </message>
    <message>
        <source>%1 compares numbers; class numbers have no order or distance, so take a cross-entropy</source>
        <translation>%1 vergleicht Zahlen; Klassennummern haben weder Ordnung noch Abstand, also eine Kreuzentropie nehmen</translation>
    </message>
    <message>
        <source>%1 compares classes; for numbers take mean squared error</source>
        <translation>%1 vergleicht Klassen; für Zahlen den mittleren quadratischen Fehler nehmen</translation>
    </message>
    <message>
        <source>%1 tells two classes apart; for more take categorical cross-entropy</source>
        <translation>%1 unterscheidet zwei Klassen; für mehr die kategoriale Kreuzentropie nehmen</translation>
    </message>
    <message>
        <source>%1 compares distributions; for single numbers take mean squared error</source>
        <translation>%1 vergleicht Verteilungen; für einzelne Zahlen den mittleren quadratischen Fehler nehmen</translation>
    </message>
    <message>
        <source>Hinge loss needs a wrong class to stay ahead of</source>
        <translation>Hinge-Loss braucht eine falsche Klasse, vor der er bleiben kann</translation>
    </message>
    <message>
        <source>The data names no classes</source>
        <translation>Die Daten nennen keine Klassen</translation>
    </message>
    <message>
        <source>The end of the network does not suit the loss; put Flatten or GlobalAveragePool and a Dense layer of %1 units at the end</source>
        <translation>Das Ende des Netzes passt nicht zum Loss; Flatten oder Global average pool und ein Dense mit %1 Einheiten ans Ende setzen</translation>
    </message>
    <message>
        <source>The end of the network does not suit the loss; give the last Dense layer %1 units</source>
        <translation>Das Ende des Netzes passt nicht zum Loss; dem letzten Dense %1 Einheiten geben</translation>
    </message>
    <message>
        <source>The end of the network does not fit the data, so no loss suits</source>
        <translation>Das Ende des Netzes passt nicht zu den Daten, also passt kein Loss</translation>
    </message>
    <message>
        <source>This is no list of weights</source>
        <translation>Das ist keine Liste von Gewichten</translation>
    </message>
    <message>
        <source>numbers of 0 or more, such as 1, 2.5</source>
        <translation>Zahlen ab 0, etwa 1, 2.5</translation>
    </message>
    <message>
        <source>There must be one weight for each class</source>
        <translation>Es muss für jede Klasse ein Gewicht geben</translation>
    </message>
    <message>
        <source>No class would count</source>
        <translation>Keine Klasse würde zählen</translation>
    </message>
    <message>
        <source>a weight above 0</source>
        <translation>ein Gewicht über 0</translation>
    </message>
    <message>
        <source>a target of numbers</source>
        <translation>ein Ziel aus Zahlen</translation>
    </message>
    <message>
        <source>two classes or more</source>
        <translation>zwei Klassen oder mehr</translation>
    </message>
    <message>
        <source>two classes</source>
        <translation>zwei Klassen</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>at least one class</source>
        <translation>mindestens eine Klasse</translation>
    </message>
    <message>
        <source>%1 for each example, as the target has</source>
        <translation>%1 für jedes Beispiel, wie das Ziel sie hat</translation>
    </message>
    <message>
        <source>%1 for each example, one for each class</source>
        <translation>%1 für jedes Beispiel, eine für jede Klasse</translation>
    </message>
    <message>
        <source>%1 for each example, the logit of the second class</source>
        <translation>%1 für jedes Beispiel, das Logit der zweiten Klasse</translation>
    </message>
    <message>
        <source>%1 for each example, one for each part of the distribution</source>
        <translation>%1 für jedes Beispiel, eine für jeden Teil der Verteilung</translation>
    </message>
    <message>
        <source>classes, or several numbers that add up to 1</source>
        <translation>Klassen, oder mehrere Zahlen, die zusammen 1 sind</translation>
    </message>
    <message>
        <source>binary cross-entropy</source>
        <translation>Binäre Kreuzentropie</translation>
    </message>
    <message>
        <source>categorical cross-entropy</source>
        <translation>Kategoriale Kreuzentropie</translation>
    </message>
    <message>
        <source>hinge loss</source>
        <translation>Hinge-Loss</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber-Loss</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>Mittlerer absoluter Fehler</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>a vector of %1</source>
        <translation>einen Vektor aus %1</translation>
    </message>
    <message>
        <source>a sequence of %1 vectors of %2</source>
        <translation>eine Folge von %1 Vektoren aus %2</translation>
    </message>
    <message>
        <source>a row of %1 word ids</source>
        <translation>eine Reihe von %1 Wortnummern</translation>
    </message>
    <message>
        <source>a row of word ids</source>
        <translation>eine Reihe von Wortnummern</translation>
    </message>
    <message>
        <source>a single number without an axis</source>
        <translation>eine einzelne Zahl ohne Achse</translation>
    </message>
    <message>
        <source>a single number</source>
        <translation>eine einzelne Zahl</translation>
    </message>
    <message>
        <source>a sequence (steps × numbers)</source>
        <translation>eine Folge (Schritte × Zahlen)</translation>
    </message>
    <message>
        <source>a picture (height × width × channels)</source>
        <translation>ein Bild (Höhe × Breite × Kanäle)</translation>
    </message>
    <message>
        <source>a picture or a sequence of vectors</source>
        <translation>ein Bild oder eine Folge von Vektoren</translation>
    </message>
    <message>
        <source>a %1 picture</source>
        <translation>ein Bild von %1</translation>
    </message>
    <message>
        <source>a %1 block of numbers</source>
        <translation>einen Block aus %1 Zahlen</translation>
    </message>
    <message>
        <source>a %1 block</source>
        <translation>einen Block von %1</translation>
    </message>
    <message>
        <source>a vector</source>
        <translation>einen Vektor</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>word ids</source>
        <translation>Wortnummern</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>1 number</source>
        <translation>1 Zahl</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>%1 Zahlen</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 Eingang</translation>
    </message>
    <message>
        <source>no inputs</source>
        <translation>keine Eingänge</translation>
    </message>
    <message>
        <source>%1 or more inputs</source>
        <translation>%1 oder mehr Eingänge</translation>
    </message>
    <message>
        <source>%1 inputs</source>
        <translation>%1 Eingänge</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>Eingang %1</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 Einheit</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 Einheiten</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>1 Filter</translation>
    </message>
    <message>
        <source>%1 filters</source>
        <translation>%1 Filtern</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>an %1</source>
        <translation>ein %1</translation>
    </message>
    <message>
        <source>a %1</source>
        <translation>ein %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source> (found %1)</source>
        <translation> (gefunden: %1)</translation>
    </message>
    <message>
        <source> (expected %1, found %2)</source>
        <translation> (erwartet: %1, gefunden: %2)</translation>
    </message>
    <message>
        <source> (expected %1)</source>
        <translation> (erwartet: %1)</translation>
    </message>
    <message>
        <source>%1, rows</source>
        <translation>%1, Zeilen</translation>
    </message>
    <message>
        <source>%1, columns</source>
        <translation>%1, Spalten</translation>
    </message>
    <message>
        <source>%1, or two such as 5x3</source>
        <translation>%1, oder zwei wie 5x3</translation>
    </message>
    <message>
        <source>at most %1 row</source>
        <translation>höchstens %1 Zeile</translation>
    </message>
    <message>
        <source>at most %1 rows</source>
        <translation>höchstens %1 Zeilen</translation>
    </message>
    <message>
        <source>at most %1 column</source>
        <translation>höchstens %1 Spalte</translation>
    </message>
    <message>
        <source>at most %1 columns</source>
        <translation>höchstens %1 Spalten</translation>
    </message>
    <message>
        <source>%1 in the block “%2”</source>
        <translation>Im Block „%2“: %1</translation>
    </message>
    <message>
        <source>Add a Block input before %1</source>
        <translation>Einen Blockeingang vor %1 einfügen</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%1 von %2 auf %3 setzen</translation>
    </message>
</context>
<context>
    <name>FiltersView</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Pictures of the weights</source>
        <translation>Bilder der Gewichte</translation>
    </message>
    <message>
        <source>Which weights</source>
        <translation>Welche Gewichte</translation>
    </message>
    <message>
        <source>W are the weights, b the biases of the layer.</source>
        <translation>W sind die Gewichte, b die Biases der Schicht.</translation>
    </message>
    <message>
        <source>Input channels</source>
        <translation>Eingangskanäle</translation>
    </message>
    <message>
        <source>A filter has one picture for every channel that comes in. With three channels they can be seen together as red, green and blue.</source>
        <translation>Ein Filter hat ein Bild für jeden Eingangskanal. Bei drei Kanälen lassen sie sich zusammen als Rot, Grün und Blau sehen.</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>One scale for all lets filters be compared; one for each shows the pattern of weak ones too.</source>
        <translation>Mit einer Skala für alle lassen sich Filter vergleichen; eine für jeden zeigt auch das Muster schwacher.</translation>
    </message>
    <message>
        <source>one scale</source>
        <translation>eine Skala</translation>
    </message>
    <message>
        <source>scale each</source>
        <translation>je eine Skala</translation>
    </message>
    <message>
        <source>as colours</source>
        <translation>als Farben</translation>
    </message>
    <message>
        <source>every channel</source>
        <translation>jeder Kanal</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>filter %1</source>
        <translation>Filter %1</translation>
    </message>
    <message>
        <source>, channel %1</source>
        <translation>, Kanal %1</translation>
    </message>
    <message>
        <source>: %1 to %2</source>
        <translation>: %1 bis %2</translation>
    </message>
    <message>
        <source>first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
    <message>
        <source>The weights of a layer as pictures</source>
        <translation>Die Gewichte einer Schicht als Bilder</translation>
    </message>
    <message>
        <source>Add a layer with weights, such as Conv2d or Dense.</source>
        <translation>Eine Schicht mit Gewichten hinzufügen, etwa Conv2d oder Dense.</translation>
    </message>
    <message>
        <source>Waiting for the trainer.</source>
        <translation>Das Training wird vorbereitet.</translation>
    </message>
    <message>
        <source>%1 words down, %2 numbers of each across</source>
        <translation>%1 Wörter senkrecht, je %2 Zahlen waagrecht</translation>
    </message>
    <message>
        <source>%1 inputs down, %2 units across</source>
        <translation>%1 Eingänge senkrecht, %2 Einheiten waagrecht</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Space, double-click</source>
        <translation>Leertaste, Doppelklick</translation>
    </message>
    <message>
        <source>Search for a layer and add it there</source>
        <translation>Eine Schicht suchen und dort hinzufügen</translation>
    </message>
    <message>
        <source>Drag from a port</source>
        <translation>Von einem Anschluss ziehen</translation>
    </message>
    <message>
        <source>Connect; what does not fit says why</source>
        <translation>Verbinden; was nicht passt, sagt warum</translation>
    </message>
    <message>
        <source>Drop a layer on an edge</source>
        <translation>Eine Schicht auf einer Kante ablegen</translation>
    </message>
    <message>
        <source>Insert it there</source>
        <translation>Sie dort einfügen</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Rad</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>Zum Zeiger zoomen</translation>
    </message>
    <message>
        <source>Middle button, Space+drag</source>
        <translation>Mittlere Taste, Leertaste+Ziehen</translation>
    </message>
    <message>
        <source>Move the drawing</source>
        <translation>Die Zeichnung verschieben</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the selection; with Shift in larger steps</source>
        <translation>Die Auswahl verschieben; mit Umschalt in größeren Schritten</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Next node; Enter opens its settings</source>
        <translation>Nächster Knoten; Enter öffnet seine Einstellungen</translation>
    </message>
    <message>
        <source>Esc in a panel</source>
        <translation>Esc in einer Leiste</translation>
    </message>
    <message>
        <source>Back to the drawing</source>
        <translation>Zurück zur Zeichnung</translation>
    </message>
    <message>
        <source>On the drawing</source>
        <translation>In der Zeichnung</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Perceptarium</source>
        <translation>Über Perceptarium</translation>
    </message>
    <message>
        <source>A workbench in which one builds neural networks by hand, trains them on real data and watches what happens inside.

Free software under the MIT licence, by the Perceptarium authors. Built with Qt %1.</source>
        <translation>Eine Werkbank, an der man neuronale Netze von Hand baut, mit echten Daten trainiert und dabei hineinsieht.

Freie Software unter der MIT-Lizenz, von den Perceptarium-Autoren. Gebaut mit Qt %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closes this page.</source>
        <translation>Schließt diese Seite.</translation>
    </message>
    <message>
        <source>Which keys start what. Other keys: Edit ▸ Preferences.</source>
        <translation>Welche Tasten was auslösen. Andere Tasten: Bearbeiten ▸ Einstellungen.</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Histograms of weights, gradients and activations</source>
        <translation>Histogramme von Gewichten, Gradienten und Aktivierungen</translation>
    </message>
    <message>
        <source>Which weights</source>
        <translation>Welche Gewichte</translation>
    </message>
    <message>
        <source>W are the weights, b the biases of the layer.</source>
        <translation>W sind die Gewichte, b die Biases der Schicht.</translation>
    </message>
    <message>
        <source>Logarithmic counts</source>
        <translation>Logarithmische Anzahlen</translation>
    </message>
    <message>
        <source>Logarithmic counts: shows the few large values beside the many small ones.</source>
        <translation>Logarithmische Anzahlen: zeigt die wenigen großen Werte neben den vielen kleinen.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Outlines of earlier states behind, fainter the older: how the spread moves while it learns.</source>
        <translation>Dahinter Umrisse früherer Zustände, je älter, desto blasser: wie sich die Verteilung beim Lernen bewegt.</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>How weights, gradients and activations are spread</source>
        <translation>Wie Gewichte, Gradienten und Aktivierungen verteilt sind</translation>
    </message>
    <message>
        <source>Waiting for the trainer.</source>
        <translation>Das Training wird vorbereitet.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Gradients of the last batch</source>
        <translation>Gradienten des letzten Batches</translation>
    </message>
    <message>
        <source>Activations of dev examples</source>
        <translation>Aktivierungen von Dev-Beispielen</translation>
    </message>
    <message>
        <source>There are none before the first batch.</source>
        <translation>Vor dem ersten Batch gibt es keine.</translation>
    </message>
    <message>
        <source>This layer has none.</source>
        <translation>Diese Schicht hat keine.</translation>
    </message>
    <message>
        <source>mean %1   σ %2   %3 to %4</source>
        <translation>Mittel %1   σ %2   %3 bis %4</translation>
    </message>
    <message>
        <source>   %1 % zeros</source>
        <translation>   %1 % Nullen</translation>
    </message>
    <message>
        <source>   %1 not finite</source>
        <translation>   %1 nicht endlich</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 to %2: %3 of %4</source>
        <translation>%1 bis %2: %3 von %4</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>note   </source>
        <translation>Notiz  </translation>
    </message>
</context>
<context>
    <name>Normalization</name>
    <message>
        <source>Mean 0, variance 1</source>
        <translation>Mittel 0, Varianz 1</translation>
    </message>
    <message>
        <source>(x − μ) / σ, per channel of a picture and per feature of a row. Makes the loss surface round, so that gradient descent goes straight.</source>
        <translation>(x − μ) / σ, je Kanal eines Bildes und je Merkmal einer Zeile. Macht die Loss-Fläche rund, sodass der Gradientenabstieg gerade läuft.</translation>
    </message>
    <message>
        <source>Scale to 0 … 1</source>
        <translation>Auf 0 … 1 skalieren</translation>
    </message>
    <message>
        <source>x / 255 for pictures: brightness as a fraction.</source>
        <translation>x / 255 bei Bildern: Helligkeit als Anteil.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>The network sees the raw numbers. Large ones make training slow or unstable.</source>
        <translation>Das Netz sieht die rohen Zahlen. Große machen das Training langsam oder instabil.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Pixels at twice the size (*.png);;Vector drawing (*.svg);;Page to print (*.pdf)</source>
        <translation>Pixel in doppelter Größe (*.png);;Vektorzeichnung (*.svg);;Seite zum Drucken (*.pdf)</translation>
    </message>
</context>
<context>
    <name>PredictionsView</name>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Example and its predictions: arrow keys step</source>
        <translation>Beispiel mit seinen Vorhersagen: Pfeiltasten blättern</translation>
    </message>
    <message>
        <source>Wrong only</source>
        <translation>Nur falsche</translation>
    </message>
    <message>
        <source>Step only through examples that the network gets wrong: the quickest way to an idea of what is missing.</source>
        <translation>Nur durch Beispiele blättern, bei denen das Netz irrt: der schnellste Weg zu einer Idee, was fehlt.</translation>
    </message>
    <message>
        <source>%1 wrong of %2</source>
        <translation>%1 falsch von %2</translation>
    </message>
    <message>
        <source>One example and what the network makes of it</source>
        <translation>Ein Beispiel und was das Netz daraus macht</translation>
    </message>
    <message>
        <source>Waiting for the data.</source>
        <translation>Die Daten werden geladen.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Waiting for the trainer.</source>
        <translation>Das Training wird vorbereitet.</translation>
    </message>
    <message>
        <source>%1, %2 % sure</source>
        <translation>%1, %2 % sicher</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Richtig: %1</translation>
    </message>
    <message>
        <source>Wrong: %1; it is %2</source>
        <translation>Falsch: %1; es ist %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>   target %1   difference %2</source>
        <translation>   Zielwert %1   Abweichung %2</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light, dark, or whatever the desktop has.</source>
        <translation>Hell, dunkel oder wie die Arbeitsumgebung.</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Takes effect when Perceptarium is started again.</source>
        <translation>Wirkt beim nächsten Start von Perceptarium.</translation>
    </message>
    <message>
        <source>Moving panels</source>
        <translation>Bewegte Leisten</translation>
    </message>
    <message>
        <source>Panels slide to their place instead of jumping there.</source>
        <translation>Leisten gleiten an ihren Platz, statt zu springen.</translation>
    </message>
    <message>
        <source>Mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>What the wheel does over the drawing; with Ctrl it does the other.</source>
        <translation>Was das Rad über der Zeichnung tut; mit Strg tut es das andere.</translation>
    </message>
    <message>
        <source>Scrolls</source>
        <translation>Blättert</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>Zoomt</translation>
    </message>
    <message>
        <source>Snap to grid</source>
        <translation>Am Raster einrasten</translation>
    </message>
    <message>
        <source>Layers move in steps of the grid; Alt while dragging ignores it.</source>
        <translation>Schichten bewegen sich in Rasterschritten; Alt beim Ziehen übergeht das.</translation>
    </message>
    <message>
        <source>Mini-map</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <source>The whole drawing in a corner of the canvas.</source>
        <translation>Die ganze Zeichnung in einer Ecke der Fläche.</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>What is open when Perceptarium is started without a file.</source>
        <translation>Was offen ist, wenn Perceptarium ohne Datei gestartet wird.</translation>
    </message>
    <message>
        <source>The first ready project</source>
        <translation>Fertiges Projekt</translation>
    </message>
    <message>
        <source>The last file</source>
        <translation>Letzte Datei</translation>
    </message>
    <message>
        <source>The start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Save by itself</source>
        <translation>Von selbst speichern</translation>
    </message>
    <message>
        <source>A project that has a file is saved this often while it has changes. After a crash the drawing comes back either way.</source>
        <translation>So oft wird ein Projekt gespeichert, das eine Datei und Änderungen hat. Nach einem Absturz kommt die Zeichnung in jedem Fall zurück.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Processor cores for a project whose training settings leave the threads to the program. Takes effect with the next training.</source>
        <translation>Prozessorkerne für ein Projekt, dessen Trainingseinstellungen die Threads dem Programm überlassen. Wirkt beim nächsten Training.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Notify when a training ends</source>
        <translation>Melden, wenn ein Training endet</translation>
    </message>
    <message>
        <source>A note of the desktop while you work in another window.</source>
        <translation>Eine Meldung der Arbeitsumgebung, während man in einem anderen Fenster arbeitet.</translation>
    </message>
    <message>
        <source>Pictures on nodes</source>
        <translation>Bilder auf Knoten</translation>
    </message>
    <message>
        <source>Each layer shows what it makes of an example, or the filters that it has learned so far.</source>
        <translation>Jede Schicht zeigt, was sie aus einem Beispiel macht, oder die Filter, die sie bisher gelernt hat.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Memory for data, at most</source>
        <translation>Speicher für Daten, höchstens</translation>
    </message>
    <message>
        <source>A data set that is kept in memory as a whole (IDX, CIFAR, table, texts) is refused when it needs more. Folders of pictures are read from disk as they are needed. Takes effect with the next loading.</source>
        <translation>Datensätze, die ganz im Speicher bleiben (IDX, CIFAR, Tabelle, Texte), werden abgelehnt, wenn sie mehr brauchen. Bilderordner werden nach Bedarf von der Platte gelesen. Gilt ab dem nächsten Laden.</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> GiB</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Done: %1. Undo takes it back.</source>
        <translation>Getan: %1. „Rückgängig“ nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>RegionsView</name>
    <message>
        <source>Decision regions</source>
        <translation>Entscheidungsgebiete</translation>
    </message>
    <message>
        <source>Decision regions and points</source>
        <translation>Entscheidungsgebiete und Punkte</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>The examples that it learns from, as discs.</source>
        <translation>Die Beispiele, aus denen es lernt, als Scheiben.</translation>
    </message>
    <message>
        <source>Dev</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>Examples that it has not seen, as rings: are they on the right side, too?</source>
        <translation>Beispiele, die es nicht gesehen hat, als Ringe: Liegen auch sie auf der richtigen Seite?</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Paler where the network is less sure; off: the most probable class alone.</source>
        <translation>Blasser, wo das Netz weniger sicher ist; aus: nur die wahrscheinlichste Klasse.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>All points (double-click does the same).</source>
        <translation>Alle Punkte (ein Doppelklick tut dasselbe).</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>What the network answers everywhere in the plane</source>
        <translation>Was das Netz überall in der Ebene antwortet</translation>
    </message>
    <message>
        <source>Loading the data…</source>
        <translation>Die Daten werden geladen …</translation>
    </message>
    <message>
        <source>This needs data with two features, such as the points of the ready projects “spiral” and “logistic-regression”.</source>
        <translation>Dies braucht Daten mit zwei Merkmalen, etwa die Punkte der fertigen Projekte „spiral“ und „logistic-regression“.</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
</context>
<context>
    <name>RunShelf</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>  loss %1</source>
        <translation>  Loss %1</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
</context>
<context>
    <name>SettingWidget</name>
    <message>
        <source>&lt;br&gt;From %1 to %2%3.</source>
        <translation>&lt;br&gt;Von %1 bis %2%3.</translation>
    </message>
    <message>
        <source>&lt;br&gt;At least %1%2.</source>
        <translation>&lt;br&gt;Mindestens %1%2.</translation>
    </message>
    <message>
        <source>&lt;br&gt;Arithmetic works (2*64); arrows step, Ctrl+arrows double and halve; the title can be dragged.</source>
        <translation>&lt;br&gt;Rechnen geht (2*64); Pfeile zählen, Strg+Pfeile verdoppeln und halbieren; am Titel lässt sich ziehen.</translation>
    </message>
    <message>
        <source>&lt;br&gt;Standard: %1.</source>
        <translation>&lt;br&gt;Standard: %1.</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>What every layer makes of one example</source>
        <translation>Was jede Schicht aus einem Beispiel macht</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>What is taken for what, and which examples those are</source>
        <translation>Was wofür gehalten wird, und welche Beispiele das sind</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Loss and metrics for train and dev, batch by batch</source>
        <translation>Loss und Metriken für Train und Dev, Batch für Batch</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Einbettung</translation>
    </message>
    <message>
        <source>What a layer finds alike: examples or words on a map, by PCA or t-SNE</source>
        <translation>Was eine Schicht ähnlich findet: Beispiele oder Wörter auf einer Karte, mit PCA oder t-SNE</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>The weights of a layer as pictures</source>
        <translation>Die Gewichte einer Schicht als Bilder</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>How the weights, gradients and activations of a layer are spread</source>
        <translation>Wie Gewichte, Gradienten und Aktivierungen einer Schicht verteilt sind</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>One example at a time, with the probability of every answer</source>
        <translation>Ein Beispiel nach dem anderen, mit der Wahrscheinlichkeit jeder Antwort</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Entscheidungsgebiete</translation>
    </message>
    <message>
        <source>What the network answers everywhere in the plane, for data with two features</source>
        <translation>Was das Netz überall in der Ebene antwortet, für Daten mit zwei Merkmalen</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>An error in the program itself, please report it: %1</source>
        <translation>Ein Fehler im Programm selbst, bitte melden: %1</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>Some letters of the name are enough; arrow keys choose, Enter does it.</source>
        <translation>Einige Buchstaben des Namens genügen; Pfeiltasten wählen, Enter führt aus.</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::Dock</name>
    <message>
        <source>What can be done with %1</source>
        <translation>Was sich mit %1 tun lässt</translation>
    </message>
    <message>
        <source>Close %1 (the View menu shows it again)</source>
        <translation>%1 schließen (das Menü „Ansicht“ zeigt es wieder)</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation>Zurück ins Fenster</translation>
    </message>
    <message>
        <source>A window of its own</source>
        <translation>Ein eigenes Fenster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::DockTabs</name>
    <message>
        <source>Several panels share this place; arrow keys choose the one in front.</source>
        <translation>Mehrere Leisten teilen sich diesen Platz; Pfeiltasten wählen die vordere.</translation>
    </message>
    <message>
        <source>Panels in this place: %1</source>
        <translation>Leisten an dieser Stelle: %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::Files</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Training is running</source>
        <translation>Das Training läuft</translation>
    </message>
    <message>
        <source>“%1” is being trained.</source>
        <translation>„%1“ wird trainiert.</translation>
    </message>
    <message>
        <source>Its run is recorded either way and can be gone on with later (Runs panel).</source>
        <translation>Sein Lauf ist in jedem Fall aufgezeichnet und lässt sich später fortsetzen (Leiste „Läufe“).</translation>
    </message>
    <message>
        <source>Pause and save</source>
        <translation>Anhalten und speichern</translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation>Training beenden</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>Network, settings and weights since the last saving would be lost.</source>
        <translation>Netz, Einstellungen und Gewichte seit dem letzten Speichern gingen verloren.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects (*.percept *.json);;All files (*)</source>
        <translation>Projekte (*.percept *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>Project with weights and history (*.percept);;Network and settings only (*.json)</source>
        <translation>Projekt mit Gewichten und Verlauf (*.percept);;Nur Netz und Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>Export as %1</source>
        <translation>Als %1 exportieren</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>Gewichte importieren</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>Tensors that went in by name and shape: %1.</source>
        <translation>Nach Name und Form übernommene Tensoren: %1.</translation>
    </message>
    <message>
        <source>Matched:</source>
        <translation>Übernommen:</translation>
    </message>
    <message>
        <source>Another shape, left as it was:</source>
        <translation>Andere Form, unverändert:</translation>
    </message>
    <message>
        <source>Not in the file, left as it was:</source>
        <translation>Nicht in der Datei, unverändert:</translation>
    </message>
    <message>
        <source>In the file, but not in this network:</source>
        <translation>In der Datei, aber nicht in diesem Netz:</translation>
    </message>
    <message>
        <source>Weights imported</source>
        <translation>Gewichte importiert</translation>
    </message>
    <message>
        <source>Save a picture of %1</source>
        <translation>Ein Bild von %1 speichern</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Save the numbers of %1</source>
        <translation>Die Zahlen von %1 speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Cancelled; everything is as it was.</source>
        <translation>Abgebrochen; alles ist, wie es war.</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::Keys</name>
    <message>
        <source>No key was pressed.</source>
        <translation>Es wurde keine Taste gedrückt.</translation>
    </message>
    <message>
        <source>The drawing and text fields need %1 themselves.</source>
        <translation>Zeichnung und Textfelder brauchen %1 selbst.</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::KeysPage</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Choose an action, then press “Change”. Enter does the same.</source>
        <translation>Eine Aktion wählen, dann „Ändern“ drücken. Enter tut dasselbe.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Press the keys that shall start this action from now on, instead of those it has.</source>
        <translation>Die Tasten drücken, die diese Aktion von nun an auslösen sollen, anstelle der jetzigen.</translation>
    </message>
    <message>
        <source>Add another…</source>
        <translation>Weitere …</translation>
    </message>
    <message>
        <source>Press keys that shall start this action too.</source>
        <translation>Tasten drücken, die diese Aktion auch auslösen sollen.</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Takes this action&apos;s keys away; the menu still has it.</source>
        <translation>Nimmt dieser Aktion ihre Tasten; im Menü bleibt sie.</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Gives this action the keys it has for a new user.</source>
        <translation>Gibt dieser Aktion die Tasten, die sie anfangs hatte.</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>Alle üblichen Tasten</translation>
    </message>
    <message>
        <source>Gives every action the keys it has for a new user.</source>
        <translation>Gibt jeder Aktion die Tasten, die sie anfangs hatte.</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Hier verwenden</translation>
    </message>
    <message>
        <source>The other action loses this key.</source>
        <translation>Die andere Aktion verliert diese Taste.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Everything stays as it is.</source>
        <translation>Alles bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>Die neuen Tasten drücken</translation>
    </message>
    <message>
        <source>Press the new keys; Esc leaves everything as it is.</source>
        <translation>Die neuen Tasten drücken; Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Usually without keys</source>
        <translation>Üblich: keine</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>Üblich: %1</translation>
    </message>
    <message>
        <source>Press the keys for “%1” (Esc: leave it)</source>
        <translation>Die Tasten für „%1“ drücken (Esc: so lassen)</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 gehört zu „%2“.</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::MainWindow</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>All layers: drag one onto the drawing, or press Enter to append it.</source>
        <translation>Alle Schichten: eine auf die Zeichnung ziehen, oder mit Enter anhängen.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>What is selected, explained and editable.</source>
        <translation>Was ausgewählt ist, erklärt und änderbar.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Epochs, optimizer, learning rate and what else a run needs.</source>
        <translation>Epochen, Optimierer, Lernrate und was ein Lauf sonst braucht.</translation>
    </message>
    <message>
        <source>Learning rate test</source>
        <translation>Lernratentest</translation>
    </message>
    <message>
        <source>Tries learning rates on a copy of the network and suggests one.</source>
        <translation>Probiert Lernraten an einer Kopie des Netzes und schlägt eine vor.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Where the examples come from, what they look like, how they are split.</source>
        <translation>Woher die Beispiele kommen, wie sie aussehen, wie sie aufgeteilt sind.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What is wrong with the drawing or the data, and what to try.</source>
        <translation>Was an Zeichnung oder Daten nicht stimmt und was zu versuchen ist.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Everything that was said, with its time.</source>
        <translation>Alles, was gesagt wurde, mit der Zeit.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>What was trained before: go on with it, open it, forget it.</source>
        <translation>Was früher trainiert wurde: fortsetzen, öffnen, vergessen.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Every step by name: a click goes back to it, or forward again.</source>
        <translation>Jeder Schritt mit Namen: ein Klick geht dorthin zurück oder wieder vor.</translation>
    </message>
    <message>
        <source>Gradient check</source>
        <translation>Gradientenprobe</translation>
    </message>
    <message>
        <source>Is back-propagation right? Compared with two-sided differences.</source>
        <translation>Stimmt die Rückwärtsrechnung? Verglichen mit zweiseitigen Differenzen.</translation>
    </message>
    <message>
        <source>Save a picture…</source>
        <translation>Ein Bild speichern …</translation>
    </message>
    <message>
        <source>Save the numbers…</source>
        <translation>Die Zahlen speichern …</translation>
    </message>
    <message>
        <source>Training, recorded as run %1.</source>
        <translation>Training, aufgezeichnet als Lauf %1.</translation>
    </message>
    <message>
        <source>Training.</source>
        <translation>Training.</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Loss %1</translation>
    </message>
    <message>
        <source>, accuracy %1</source>
        <translation>, Genauigkeit %1</translation>
    </message>
    <message>
        <source>Training of %1 is finished: %2.</source>
        <translation>Das Training von %1 ist fertig: %2.</translation>
    </message>
    <message>
        <source>Training of %1 ended: %2</source>
        <translation>Das Training von %1 endete: %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New network</source>
        <translation>&amp;Neues Netz</translation>
    </message>
    <message>
        <source>An empty drawing with an Input.</source>
        <translation>Eine leere Zeichnung mit einem Input.</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Opens a project file.</source>
        <translation>Öffnet eine Projektdatei.</translation>
    </message>
    <message>
        <source>Open &amp;ready project</source>
        <translation>Fertiges Pro&amp;jekt öffnen</translation>
    </message>
    <message>
        <source>Re&amp;cent files</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>Forget this list</source>
        <translation>Diese Liste vergessen</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>S&amp;tartseite</translation>
    </message>
    <message>
        <source>Ready projects and recent files.</source>
        <translation>Fertige Projekte und zuletzt benutzte Dateien.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Network, settings, weights and history in one file.</source>
        <translation>Netz, Einstellungen, Gewichte und Verlauf in einer Datei.</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Saves under another name.</source>
        <translation>Speichert unter anderem Namen.</translation>
    </message>
    <message>
        <source>Use a &amp;data file…</source>
        <translation>&amp;Datendatei verwenden …</translation>
    </message>
    <message>
        <source>A table, texts, IDX or CIFAR-10; the kind is recognized. Dropping it on the window does the same.</source>
        <translation>Eine Tabelle, Texte, IDX oder CIFAR-10; die Art wird erkannt. Aufs Fenster ziehen tut dasselbe.</translation>
    </message>
    <message>
        <source>Use a data &amp;folder…</source>
        <translation>Daten&amp;ordner verwenden …</translation>
    </message>
    <message>
        <source>Pictures or texts in a folder for each class. Dropping it on the window does the same.</source>
        <translation>Bilder oder Texte in einem Ordner je Klasse. Aufs Fenster ziehen tut dasselbe.</translation>
    </message>
    <message>
        <source>&amp;Import weights…</source>
        <translation>Gewichte &amp;importieren …</translation>
    </message>
    <message>
        <source>Weights from a safetensors file, by name and shape.</source>
        <translation>Gewichte aus einer safetensors-Datei, nach Name und Form.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>%1 (.%2)…</source>
        <translation>%1 (.%2) …</translation>
    </message>
    <message>
        <source>Picture of the &amp;drawing…</source>
        <translation>Bild der &amp;Zeichnung …</translation>
    </message>
    <message>
        <source>&amp;Picture of a view</source>
        <translation>Bild einer &amp;Ansicht</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Closes the window.</source>
        <translation>Schließt das Fenster.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ends Perceptarium.</source>
        <translation>Beendet Perceptarium.</translation>
    </message>
    <message>
        <source>%1 as numbers (CSV)</source>
        <translation>%1 als Zahlen (CSV)</translation>
    </message>
    <message>
        <source>The numbers behind this view.</source>
        <translation>Die Zahlen hinter dieser Ansicht.</translation>
    </message>
    <message>
        <source>No view is open</source>
        <translation>Keine Ansicht ist offen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Find a layer to add</source>
        <translation>Schicht zum Hinzufügen suchen</translation>
    </message>
    <message>
        <source>Puts the keyboard into the search of the palette.</source>
        <translation>Setzt die Tastatur in die Suche der Palette.</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Befehle …</translation>
    </message>
    <message>
        <source>Every action by typing some letters of its name.</source>
        <translation>Jede Aktion über einige Buchstaben ihres Namens.</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Settings of the program, and its keys.</source>
        <translation>Einstellungen des Programms und seine Tasten.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>Le&amp;isten</translation>
    </message>
    <message>
        <source>Li&amp;ve views</source>
        <translation>Li&amp;ve-Ansichten</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>All panels back to where a new user finds them.</source>
        <translation>Alle Leisten dorthin, wo sie anfangs sind.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>The window takes the whole screen.</source>
        <translation>Das Fenster nimmt den ganzen Bildschirm ein.</translation>
    </message>
    <message>
        <source>Focus mo&amp;de</source>
        <translation>Konzentriert arbeiten</translation>
    </message>
    <message>
        <source>Only the drawing; the same again brings all back.</source>
        <translation>Nur die Zeichnung; noch einmal bringt alles zurück.</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Training settings</source>
        <translation>&amp;Trainingseinstellungen</translation>
    </message>
    <message>
        <source>Epochs, optimizer, learning rate.</source>
        <translation>Epochen, Optimierer, Lernrate.</translation>
    </message>
    <message>
        <source>C&amp;heck gradients</source>
        <translation>&amp;Gradienten prüfen</translation>
    </message>
    <message>
        <source>Back-propagation beside two-sided differences, for each parameter.</source>
        <translation>Rückwärtsrechnung neben zweiseitigen Differenzen, für jeden Parameter.</translation>
    </message>
    <message>
        <source>Recorded r&amp;uns</source>
        <translation>Aufgezeichnete Lä&amp;ufe</translation>
    </message>
    <message>
        <source>What was trained before.</source>
        <translation>Was früher trainiert wurde.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All shortcuts on one page.</source>
        <translation>Alle Tastenkürzel auf einer Seite.</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>&amp;About Perceptarium</source>
        <translation>Ü&amp;ber Perceptarium</translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation>Version und Lizenz.</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Room for drawing: layers, inspector, problems.</source>
        <translation>Platz zum Zeichnen: Schichten, Inspektor, Probleme.</translation>
    </message>
    <message>
        <source>Room for the examples.</source>
        <translation>Platz für die Beispiele.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Drawing, training settings and curves.</source>
        <translation>Zeichnung, Trainingseinstellungen und Kurven.</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Room for the pictures of what the network learned.</source>
        <translation>Platz für die Bilder dessen, was das Netz gelernt hat.</translation>
    </message>
    <message>
        <source>%1 perspective</source>
        <translation>Arbeitsplatz %1</translation>
    </message>
    <message>
        <source>That did not open</source>
        <translation>Das ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>This layout is kept as “%1”.</source>
        <translation>Diese Anordnung ist als „%1“ aufgehoben.</translation>
    </message>
    <message>
        <source>The layout “%1” is not of this version of the program.</source>
        <translation>Die Anordnung „%1“ ist nicht von dieser Version des Programms.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Another window could not be started.</source>
        <translation>Ein weiteres Fenster ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Training has ended</source>
        <translation>Das Training ist zu Ende</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues Fenste&amp;r</translation>
    </message>
    <message>
        <source>Another window, for another project. Neither disturbs the other.</source>
        <translation>Ein weiteres Fenster für ein anderes Projekt. Keines stört das andere.</translation>
    </message>
    <message>
        <source>M&amp;y layouts</source>
        <translation>Meine Anordnungen</translation>
    </message>
    <message>
        <source>Panels as they were kept under this name.</source>
        <translation>Die Leisten, wie sie unter diesem Namen aufgehoben sind.</translation>
    </message>
    <message>
        <source>&amp;Keep this layout…</source>
        <translation>Diese Anordnung au&amp;fheben …</translation>
    </message>
    <message>
        <source>Keeps which panels are where, under a name.</source>
        <translation>Hebt unter einem Namen auf, welche Leisten wo sind.</translation>
    </message>
    <message>
        <source>Keep this layout</source>
        <translation>Diese Anordnung aufheben</translation>
    </message>
    <message>
        <source>Under which name? One that is there is replaced.</source>
        <translation>Unter welchem Namen? Ein vorhandener wird ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Forgets this layout.</source>
        <translation>Vergisst diese Anordnung.</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>The lesson beside the drawing, with the curves below.</source>
        <translation>Die Lektion neben der Zeichnung, die Kurven darunter.</translation>
    </message>
    <message>
        <source>Opens this project.</source>
        <translation>Öffnet dieses Projekt.</translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>Die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Colours of the window; everything follows at once.</source>
        <translation>Farben des Fensters; alles folgt sofort.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Every layer with its output shape, parameters, multiply-adds and memory.</source>
        <translation>Jede Schicht mit Ausgabeform, Parametern, Multiplikationen und Speicher.</translation>
    </message>
    <message>
        <source>The network as PNG, SVG or PDF.</source>
        <translation>Das Netz als PNG, SVG oder PDF.</translation>
    </message>
    <message>
        <source>What this view shows now, as PNG, SVG or PDF.</source>
        <translation>Was diese Ansicht jetzt zeigt, als PNG, SVG oder PDF.</translation>
    </message>
    <message>
        <source>What this project says about itself, and the course section by section.</source>
        <translation>Was dieses Projekt über sich sagt, und der Kurs Abschnitt für Abschnitt.</translation>
    </message>
    <message>
        <source>&amp;Lesson on the selected layer</source>
        <translation>&amp;Lektion zur gewählten Schicht</translation>
    </message>
    <message>
        <source>What the course says about the layer that is selected.</source>
        <translation>Was der Kurs zu der Schicht sagt, die gewählt ist.</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::PreferenceRows</name>
    <message>
        <source>As it is for a new user</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::PreferencesDialog</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation>Einstellungen und Tasten suchen</translation>
    </message>
    <message>
        <source>Only what holds these letters is shown, on both pages.</source>
        <translation>Nur was diese Buchstaben enthält, wird gezeigt, auf beiden Seiten.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Settings of the program, or the keys of its actions</source>
        <translation>Einstellungen des Programms oder die Tasten seiner Aktionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Everything is kept as it is now.</source>
        <translation>Alles bleibt, wie es jetzt ist.</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::Recovery</name>
    <message>
        <source>Perceptarium was not closed properly. The drawing “%1” was kept as it was at %2.</source>
        <translation>Perceptarium wurde nicht ordentlich geschlossen. Die Zeichnung „%1“ ist aufgehoben, wie sie am %2 war.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Restored “%1”.</source>
        <translation>„%1“ wiederhergestellt.</translation>
    </message>
    <message>
        <source>The training of “%1” (%2, epoch %3 of %4) was interrupted. Go on exactly where it was?</source>
        <translation>Das Training von „%1“ (%2, Epoche %3 von %4) wurde unterbrochen. Genau dort weitermachen?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>perceptarium::app::StatusLine</name>
    <message>
        <source>Examples trained on a second, over the last second</source>
        <translation>Trainierte Beispiele je Sekunde, über die letzte Sekunde</translation>
    </message>
    <message>
        <source>Time left until all epochs are done</source>
        <translation>Zeit, bis alle Epochen fertig sind</translation>
    </message>
    <message>
        <source>Loss over the last mini-batches: what training makes small</source>
        <translation>Loss über die letzten Mini-Batches: was das Training klein macht</translation>
    </message>
    <message>
        <source>Share of training examples answered right, over the last mini-batches</source>
        <translation>Anteil richtig beantworteter Trainingsbeispiele, über die letzten Mini-Batches</translation>
    </message>
    <message>
        <source>Processor cores that the training uses</source>
        <translation>Prozessorkerne, die das Training benutzt</translation>
    </message>
    <message>
        <source>Are network, settings and weights in a file?</source>
        <translation>Sind Netz, Einstellungen und Gewichte in einer Datei?</translation>
    </message>
    <message>
        <source>Problems of network and data: show the list</source>
        <translation>Probleme von Netz und Daten: die Liste zeigen</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1 Beispiele/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Loss %1</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>Genauigkeit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>Cancel what is being done; everything stays as it was</source>
        <translation>Abbrechen, was gerade geschieht; alles bleibt, wie es war</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::BlockPage</name>
    <message>
        <source>Name of the block</source>
        <translation>Name des Blocks</translation>
    </message>
    <message>
        <source>What the block is called in palette and files</source>
        <translation>Wie der Block in Palette und Dateien heißt</translation>
    </message>
    <message>
        <source>What the block is for</source>
        <translation>Wozu der Block da ist</translation>
    </message>
    <message>
        <source>One line, shown below the name in the palette</source>
        <translation>Eine Zeile, die in der Palette unter dem Namen steht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Settings of the block</source>
        <translation>Einstellungen des Blocks</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Describe the block</source>
        <translation>Block beschreiben</translation>
    </message>
    <message>
        <source>Change the usual %1</source>
        <translation>Üblichen Wert von %1 ändern</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>One node stands for it. Shapes are those of that node&apos;s first copy.</source>
        <translation>Ein Knoten steht für ihn. Die Formen sind die seiner ersten Kopie.</translation>
    </message>
    <message>
        <source>%1 nodes stand for it; a change here counts for all of them. Shapes are those of the one that was opened.</source>
        <translation>%1 Knoten stehen für ihn; eine Änderung hier gilt für alle. Die Formen sind die des geöffneten.</translation>
    </message>
    <message>
        <source>None yet. Select a layer and press “Add setting…” to let every node that stands for the block choose its own value.</source>
        <translation>Noch keine. Wählen Sie eine Schicht und drücken Sie „Einstellung hinzufügen …“, damit jeder Knoten, der für den Block steht, einen eigenen Wert haben kann.</translation>
    </message>
    <message>
        <source>The usual values, for nodes that do not say otherwise:</source>
        <translation>Die üblichen Werte, für Knoten, die nichts anderes sagen:</translation>
    </message>
    <message>
        <source>Name of the setting</source>
        <translation>Name der Einstellung</translation>
    </message>
    <message>
        <source>What the setting is called</source>
        <translation>Wie die Einstellung heißt</translation>
    </message>
    <message>
        <source>Rename a setting</source>
        <translation>Einstellung umbenennen</translation>
    </message>
    <message>
        <source>Remove the setting %1</source>
        <translation>Einstellung %1 entfernen</translation>
    </message>
    <message>
        <source>Each layer inside keeps the usual value as its own</source>
        <translation>Jede Schicht innen behält den üblichen Wert als eigenen</translation>
    </message>
    <message>
        <source>Remove a setting</source>
        <translation>Einstellung entfernen</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::BlockSettingMenu</name>
    <message>
        <source>Add setting…</source>
        <translation>Einstellung hinzufügen …</translation>
    </message>
    <message>
        <source>Make a setting of this layer a setting of the block, so that each node that stands for the block can have its own value.</source>
        <translation>Macht eine Einstellung dieser Schicht zu einer des Blocks, damit jeder Knoten, der für den Block steht, einen eigenen Wert haben kann.</translation>
    </message>
    <message>
        <source>Set %1 from outside</source>
        <translation>%1 von außen bestimmen</translation>
    </message>
    <message>
        <source>Its own value</source>
        <translation>Eigener Wert</translation>
    </message>
    <message>
        <source>Set %1 inside</source>
        <translation>%1 innen bestimmen</translation>
    </message>
    <message>
        <source>Set by “%1” of the block</source>
        <translation>Von „%1“ des Blocks bestimmt</translation>
    </message>
    <message>
        <source>New setting “%1” of the block</source>
        <translation>Neue Einstellung „%1“ des Blocks</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::Breadcrumb</name>
    <message>
        <source>Where you are</source>
        <translation>Wo Sie sind</translation>
    </message>
    <message>
        <source>Changes count for every node that stands for this block. Alt+Up goes back.</source>
        <translation>Änderungen gelten für jeden Knoten, der für diesen Block steht. Alt+Hoch führt zurück.</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::CanvasActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene wieder tun</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Copy the selected layers and delete them</source>
        <translation>Die ausgewählten Schichten kopieren und löschen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected layers as text</source>
        <translation>Die ausgewählten Schichten als Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Add copies of the layers on the clipboard</source>
        <translation>Kopien der Schichten in der Zwischenablage hinzufügen</translation>
    </message>
    <message>
        <source>Paste keeping &amp;inputs</source>
        <translation>E&amp;infügen mit Eingängen</translation>
    </message>
    <message>
        <source>Paste, and feed the copies from where the originals are fed</source>
        <translation>Einfügen und die Kopien von dort speisen, woher die Originale gespeist werden</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>Ver&amp;doppeln</translation>
    </message>
    <message>
        <source>Add copies of the selected layers below them</source>
        <translation>Kopien der ausgewählten Schichten darunter hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Delete what is selected; the chain closes up where it can</source>
        <translation>Das Ausgewählte löschen; die Kette schließt sich, wo sie kann</translation>
    </message>
    <message>
        <source>Delete and lea&amp;ve the gap</source>
        <translation>Löschen und Lücke la&amp;ssen</translation>
    </message>
    <message>
        <source>Delete the selected layers without closing the chain</source>
        <translation>Die ausgewählten Schichten löschen, ohne die Kette zu schließen</translation>
    </message>
    <message>
        <source>&amp;Add layer…</source>
        <translation>Sc&amp;hicht hinzufügen …</translation>
    </message>
    <message>
        <source>Search a layer and add it (Space)</source>
        <translation>Eine Schicht suchen und hinzufügen (Leertaste)</translation>
    </message>
    <message>
        <source>C&amp;onnect to…</source>
        <translation>&amp;Verbinden mit …</translation>
    </message>
    <message>
        <source>Choose a layer that the selected one shall feed</source>
        <translation>Eine Schicht wählen, die von der ausgewählten gespeist werden soll</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select all layers</source>
        <translation>Alle Schichten auswählen</translation>
    </message>
    <message>
        <source>&amp;Find layer…</source>
        <translation>S&amp;chicht finden …</translation>
    </message>
    <message>
        <source>Go to a layer of the drawing by its name</source>
        <translation>Zu einer Schicht der Zeichnung über ihren Namen</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>Nichts auswählen (Esc)</translation>
    </message>
    <message>
        <source>&amp;Fit all</source>
        <translation>&amp;Alles einpassen</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>Das ganze Netz zeigen</translation>
    </message>
    <message>
        <source>Fit &amp;selection</source>
        <translation>Aus&amp;wahl einpassen</translation>
    </message>
    <message>
        <source>Show the selected layers as large as they fit</source>
        <translation>Die ausgewählten Schichten so groß wie möglich zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Larger (Ctrl+wheel)</source>
        <translation>Größer (Strg+Rad)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+wheel)</source>
        <translation>Kleiner (Strg+Rad)</translation>
    </message>
    <message>
        <source>Actual si&amp;ze</source>
        <translation>Originalgr&amp;öße</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Arran&amp;ge</source>
        <translation>A&amp;nordnen</translation>
    </message>
    <message>
        <source>Lay out the selected layers, or all, from left to right</source>
        <translation>Die ausgewählten oder alle Schichten von links nach rechts anordnen</translation>
    </message>
    <message>
        <source>Align &amp;left</source>
        <translation>&amp;Links ausrichten</translation>
    </message>
    <message>
        <source>All selected layers to the leftmost</source>
        <translation>Alle ausgewählten Schichten zur am weitesten links</translation>
    </message>
    <message>
        <source>Align &amp;right</source>
        <translation>&amp;Rechts ausrichten</translation>
    </message>
    <message>
        <source>All selected layers to the rightmost</source>
        <translation>Alle ausgewählten Schichten zur am weitesten rechts</translation>
    </message>
    <message>
        <source>Align &amp;top</source>
        <translation>&amp;Oben ausrichten</translation>
    </message>
    <message>
        <source>All selected layers to the topmost</source>
        <translation>Alle ausgewählten Schichten zur obersten</translation>
    </message>
    <message>
        <source>Align &amp;bottom</source>
        <translation>&amp;Unten ausrichten</translation>
    </message>
    <message>
        <source>All selected layers to the lowest</source>
        <translation>Alle ausgewählten Schichten zur untersten</translation>
    </message>
    <message>
        <source>Align in a &amp;column</source>
        <translation>In einer &amp;Spalte ausrichten</translation>
    </message>
    <message>
        <source>All selected layers below each other</source>
        <translation>Alle ausgewählten Schichten untereinander</translation>
    </message>
    <message>
        <source>Align in a ro&amp;w</source>
        <translation>In einer &amp;Zeile ausrichten</translation>
    </message>
    <message>
        <source>All selected layers beside each other</source>
        <translation>Alle ausgewählten Schichten nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>Ü&amp;bersichtskarte</translation>
    </message>
    <message>
        <source>The whole drawing in a corner of the canvas</source>
        <translation>Die ganze Zeichnung in einer Ecke der Fläche</translation>
    </message>
    <message>
        <source>S&amp;nap to grid</source>
        <translation>A&amp;m Raster einrasten</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n layer(s)</source>
        <translation>
            <numerusform>%n Schicht einfügen</numerusform>
            <numerusform>%n Schichten einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n layer(s)</source>
        <translation>
            <numerusform>%n Schicht löschen</numerusform>
            <numerusform>%n Schichten löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Verbinden mit</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>No layer can take an input</source>
        <translation>Keine Schicht kann einen Eingang nehmen</translation>
    </message>
    <message>
        <source>Sho&amp;w details</source>
        <translation>&amp;Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>D&amp;isconnect all</source>
        <translation>Alles t&amp;rennen</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>Ausrich&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Insert a layer…</source>
        <translation>Schicht &amp;einfügen …</translation>
    </message>
    <message>
        <source>&amp;Remove the link</source>
        <translation>Verbindung ent&amp;fernen</translation>
    </message>
    <message>
        <source>&amp;Add layer here…</source>
        <translation>Schicht &amp;hier hinzufügen …</translation>
    </message>
    <message>
        <source>Copy as te&amp;xt</source>
        <translation>Als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>Copy the selected layers, or all, as a line of text such as conv 8 3x3 &gt; relu</source>
        <translation>Die ausgewählten oder alle Schichten als eine Zeile Text kopieren, etwa conv 8 3x3 &gt; relu</translation>
    </message>
    <message>
        <source>Net&amp;work from text…</source>
        <translation>Net&amp;z aus Text …</translation>
    </message>
    <message>
        <source>Type or paste a network such as 28x28x1 &gt; conv 8 5x5 &gt; relu &gt; flatten &gt; dense 10</source>
        <translation>Ein Netz eingeben oder einfügen, etwa 28x28x1 &gt; conv 8 5x5 &gt; relu &gt; flatten &gt; dense 10</translation>
    </message>
    <message>
        <source>Give the selected layer another name, the frame another title, the note other words</source>
        <translation>Der ausgewählten Schicht einen anderen Namen geben, dem Rahmen einen anderen Titel, der Notiz andere Worte</translation>
    </message>
    <message>
        <source>B&amp;ypass</source>
        <translation>Um&amp;gehen</translation>
    </message>
    <message>
        <source>The network is computed as if the selected layers were not there; the first input of each goes on in its place</source>
        <translation>Das Netz wird berechnet, als wären die ausgewählten Schichten nicht da; der erste Eingang einer jeden geht an ihrer Stelle weiter</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Umgehen</translation>
    </message>
    <message>
        <source>Switch on again</source>
        <translation>Wieder einschalten</translation>
    </message>
    <message>
        <source>Free&amp;ze</source>
        <translation>Ein&amp;frieren</translation>
    </message>
    <message>
        <source>What the selected layers have learned is not trained further; also while training runs</source>
        <translation>Was die ausgewählten Schichten gelernt haben, wird nicht weiter trainiert; auch während das Training läuft</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>Collap&amp;se</source>
        <translation>Einkla&amp;ppen</translation>
    </message>
    <message>
        <source>The selected layers are drawn small, with their names only</source>
        <translation>Die ausgewählten Schichten werden klein gezeichnet, nur mit ihren Namen</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Fra&amp;me</source>
        <translation>Rah&amp;men</translation>
    </message>
    <message>
        <source>A titled, coloured frame around the selected layers; moving it moves what lies in it</source>
        <translation>Ein farbiger Rahmen mit Titel um die ausgewählten Schichten; ihn verschieben verschiebt, was darin liegt</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>No&amp;tiz</translation>
    </message>
    <message>
        <source>Words on the canvas that explain the drawing</source>
        <translation>Worte auf der Fläche, die die Zeichnung erklären</translation>
    </message>
    <message>
        <source>Lay out the selected layers, or all, the way the drawing runs</source>
        <translation>Die ausgewählten oder alle Schichten so anordnen, wie die Zeichnung läuft</translation>
    </message>
    <message>
        <source>Arrange from left to rig&amp;ht</source>
        <translation>Von links nach r&amp;echts anordnen</translation>
    </message>
    <message>
        <source>Arrange from to&amp;p to bottom</source>
        <translation>Von oben na&amp;ch unten anordnen</translation>
    </message>
    <message>
        <source>Lay out the selected layers, or all, from top to bottom</source>
        <translation>Die ausgewählten oder alle Schichten von oben nach unten anordnen</translation>
    </message>
    <message>
        <source>Layers move in steps of the grid; Alt pressed while dragging ignores it. Alt held before dragging takes the layer out of its chain</source>
        <translation>Schichten bewegen sich in Rasterschritten; Alt beim Ziehen übergeht das. Alt vor dem Ziehen nimmt die Schicht aus ihrer Kette</translation>
    </message>
    <message>
        <source>Copied as text: %1</source>
        <translation>Als Text kopiert: %1</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n frame(s)</source>
        <translation>
            <numerusform>%n Rahmen löschen</numerusform>
            <numerusform>%n Rahmen löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add no&amp;te here</source>
        <translation>No&amp;tiz hier hinzufügen</translation>
    </message>
    <message>
        <source>Make &amp;block</source>
        <translation>&amp;Block bilden</translation>
    </message>
    <message>
        <source>Put the selected layers into a block: one node, which can be repeated, copied and used in other projects</source>
        <translation>Die ausgewählten Schichten in einen Block legen: ein Knoten, der sich wiederholen, kopieren und in anderen Projekten verwenden lässt</translation>
    </message>
    <message>
        <source>Open t&amp;he block</source>
        <translation>Block &amp;öffnen</translation>
    </message>
    <message>
        <source>See and change what is inside (Enter, double-click)</source>
        <translation>Sehen und ändern, was darin ist (Enter, Doppelklick)</translation>
    </message>
    <message>
        <source>Leave the bloc&amp;k</source>
        <translation>Bl&amp;ock verlassen</translation>
    </message>
    <message>
        <source>Back to the drawing around it</source>
        <translation>Zurück zur Zeichnung darum herum</translation>
    </message>
    <message>
        <source>Unpack the block</source>
        <translation>Block auspacken</translation>
    </message>
    <message>
        <source>Put what is inside in place of the node</source>
        <translation>An die Stelle des Knotens setzen, was darin ist</translation>
    </message>
    <message>
        <source>Keep amon&amp;g my blocks</source>
        <translation>Bei meinen Blöcken aufheben</translation>
    </message>
    <message>
        <source>Offer the block, as it is now, in the palette of every project</source>
        <translation>Den Block, wie er jetzt ist, in der Palette jedes Projekts anbieten</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Make a block</source>
        <translation>Einen Block bilden</translation>
    </message>
    <message>
        <source>Unpack %1</source>
        <translation>%1 auspacken</translation>
    </message>
    <message>
        <source>%1 is among your blocks in the palette.</source>
        <translation>%1 ist in der Palette bei den eigenen Blöcken.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::ClassBars</name>
    <message>
        <source>Examples of each class</source>
        <translation>Beispiele jeder Klasse</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 example(s) (train %3, dev %4, test %5)</source>
        <translation>
            <numerusform>%1: %2 Beispiel (Train %3, Dev %4, Test %5)</numerusform>
            <numerusform>%1: %2 Beispiele (Train %3, Dev %4, Test %5)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::CostModel</name>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Not known: a layer before it, or the layer itself, has a problem.</source>
        <translation>Nicht bekannt: Eine Schicht davor oder diese selbst hat ein Problem.</translation>
    </message>
    <message>
        <source>%1 multiplications with a sum after them, for one example.</source>
        <translation>%1 Multiplikationen mit anschließender Summe, für ein Beispiel.</translation>
    </message>
    <message>
        <source>%1 (%2) gives %3.</source>
        <translation>%1 (%2) gibt %3.</translation>
    </message>
    <message>
        <source>%1 for its numbers, %2 for what it gives for one example.</source>
        <translation>%1 für ihre Zahlen, %2 für das, was sie für ein Beispiel gibt.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>The layer&apos;s name.</source>
        <translation>Der Name der Schicht.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What kind of layer it is.</source>
        <translation>Welche Art Schicht es ist.</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>Ausgabeform</translation>
    </message>
    <message>
        <source>What it gives for one example.</source>
        <translation>Was sie für ein Beispiel gibt.</translation>
    </message>
    <message>
        <source>Param #</source>
        <translation>Param.</translation>
    </message>
    <message>
        <source>How many numbers it learns.</source>
        <translation>Wie viele Zahlen sie lernt.</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Multiplikationen</translation>
    </message>
    <message>
        <source>How much it computes forwards, for one example; training takes about three times as much.</source>
        <translation>Wie viel sie vorwärts rechnet, für ein Beispiel; das Training braucht etwa das Dreifache.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Its numbers, and what it gives for one example.</source>
        <translation>Ihre Zahlen und das, was sie für ein Beispiel gibt.</translation>
    </message>
    <message>
        <source>Click to sort.</source>
        <translation>Klicken sortiert.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::CostTable</name>
    <message>
        <source>Layers with output shape, parameters, multiply-adds and memory</source>
        <translation>Schichten mit Ausgabeform, Parametern, Multiplikationen und Speicher</translation>
    </message>
    <message>
        <source>Select rows to select the layers in the drawing. Ctrl+C copies them as CSV.</source>
        <translation>Zeilen auswählen wählt die Schichten in der Zeichnung aus. Strg+C kopiert sie als CSV.</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copies the table with its totals, for a spreadsheet (Ctrl+C).</source>
        <translation>Kopiert die Tabelle mit ihren Summen, für eine Tabellenkalkulation (Strg+C).</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Summen</translation>
    </message>
    <message>
        <source>%1 · %2 parameters · %3 multiply-adds · %4 an example · about %6 to train in batches of %5</source>
        <translation>%1 · %2 Parameter · %3 Multiplikationen · %4 je Beispiel · etwa %6 beim Training mit Batches von %5</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>The table of layers was copied as CSV.</source>
        <translation>Die Tabelle der Schichten wurde als CSV kopiert.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::CurveChart</name>
    <message>
        <source>step (mini-batches)</source>
        <translation>Schritt (Mini-Batches)</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>training time (s)</source>
        <translation>Trainingszeit (s)</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>train %1</source>
        <translation>Train %1</translation>
    </message>
    <message>
        <source> (smooth %1)</source>
        <translation> (geglättet %1)</translation>
    </message>
    <message>
        <source>dev %1</source>
        <translation>Dev %1</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>cost (loss and penalties)</source>
        <translation>Kosten (Loss und Strafen)</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::DataContents</name>
    <message numerus="yes">
        <source>%1 example(s)</source>
        <translation>
            <numerusform>%1 Beispiel</numerusform>
            <numerusform>%1 Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message numerus="yes">
        <source>up to %1 word(s)</source>
        <translation>
            <numerusform>bis zu %1 Wort</numerusform>
            <numerusform>bis zu %1 Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 word(s) known</source>
        <translation>
            <numerusform>%1 Wort bekannt</numerusform>
            <numerusform>%1 Wörter bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 feature(s)</source>
        <translation>
            <numerusform>%1 Merkmal</numerusform>
            <numerusform>%1 Merkmale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 class(es)</source>
        <translation>
            <numerusform>%1 Klasse</numerusform>
            <numerusform>%1 Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>predicts %1</source>
        <translation>sagt %1 voraus</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>All parts</source>
        <translation>Alle Teile</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Dev</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Part of the set that is shown</source>
        <translation>Gezeigter Teil der Daten</translation>
    </message>
    <message>
        <source>Show only the examples of one part</source>
        <translation>Nur die Beispiele eines Teils zeigen</translation>
    </message>
    <message>
        <source>Class that is shown</source>
        <translation>Gezeigte Klasse</translation>
    </message>
    <message>
        <source>Show only the examples of one class</source>
        <translation>Nur die Beispiele einer Klasse zeigen</translation>
    </message>
    <message>
        <source>Rows of the set</source>
        <translation>Zeilen der Daten</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>The data are being loaded.</source>
        <translation>Die Daten werden geladen.</translation>
    </message>
    <message>
        <source>The examples will appear here when data are loaded: choose a source, or drop a file or folder on the window.</source>
        <translation>Hier erscheinen die Beispiele, sobald Daten geladen sind: eine Quelle wählen oder Datei oder Ordner aufs Fenster ziehen.</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::DataSourceSection</name>
    <message>
        <source>Source of the data</source>
        <translation>Quelle der Daten</translation>
    </message>
    <message>
        <source>Where the examples come from. A file or folder can also be dropped on the window.</source>
        <translation>Woher die Beispiele kommen. Datei oder Ordner kann man auch aufs Fenster ziehen.</translation>
    </message>
    <message>
        <source> …</source>
        <translation> …</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>A table (CSV, TSV), texts, IDX or CIFAR-10 files; the kind is recognized.</source>
        <translation>Eine Tabelle (CSV, TSV), Texte, IDX- oder CIFAR-10-Dateien; die Art wird erkannt.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>A folder with a subfolder of pictures or texts for each class; the kind is recognized.</source>
        <translation>Ein Ordner mit einem Unterordner voll Bilder oder Texte je Klasse; die Art wird erkannt.</translation>
    </message>
    <message>
        <source>Progress of loading</source>
        <translation>Fortschritt des Ladens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>Laden abbrechen</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Tries the same source once more: after a cancelled loading, or when the file has changed.</source>
        <translation>Versucht dieselbe Quelle noch einmal: nach abgebrochenem Laden, oder wenn sich die Datei geändert hat.</translation>
    </message>
    <message>
        <source>Make the network fit</source>
        <translation>Netz anpassen</translation>
    </message>
    <message>
        <source>Changes the Input and the last Dense layer so that they suit these data. Undo takes it back.</source>
        <translation>Ändert Input und letzte Dense-Schicht so, dass sie zu diesen Daten passen. „Rückgängig“ nimmt es zurück.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>Daten ändern</translation>
    </message>
    <message>
        <source>This version does not know the source “%1”.</source>
        <translation>Diese Version kennt die Quelle „%1“ nicht.</translation>
    </message>
    <message>
        <source>The network was drawn for other data. Fitting it would change this: %1.</source>
        <translation>Das Netz wurde für andere Daten gezeichnet. Anpassen würde dies ändern: %1.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Open data</source>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>Open a folder of data</source>
        <translation>Einen Datenordner öffnen</translation>
    </message>
    <message>
        <source>Fit the network to the data</source>
        <translation>Das Netz an die Daten anpassen</translation>
    </message>
    <message>
        <source>Stops loading; there are no data then until another source is chosen or this one loaded again.</source>
        <translation>Bricht das Laden ab; dann gibt es keine Daten, bis eine andere Quelle gewählt oder diese neu geladen wird.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::DataSplitSection</name>
    <message>
        <source>As the set is given</source>
        <translation>Wie die Daten kommen</translation>
    </message>
    <message>
        <source>Keep the training and test parts that the set came with; a missing dev part is taken from train.</source>
        <translation>Trainings- und Testteil behalten, mit denen die Daten kamen; ein fehlender Dev-Teil wird aus Train genommen.</translation>
    </message>
    <message>
        <source>Stratified</source>
        <translation>Geschichtet</translation>
    </message>
    <message>
        <source>Each part gets the same share of every class.</source>
        <translation>Jeder Teil bekommt denselben Anteil jeder Klasse.</translation>
    </message>
    <message>
        <source>Usual splits</source>
        <translation>Übliche Aufteilungen</translation>
    </message>
    <message>
        <source>Usual shares of train, dev and test. The larger the set, the smaller the share that dev and test need.</source>
        <translation>Übliche Anteile für Train, Dev und Test. Je mehr Daten, desto kleiner dürfen Dev und Test sein.</translation>
    </message>
    <message>
        <source>Own shares</source>
        <translation>Eigene Anteile</translation>
    </message>
    <message>
        <source>Train share, percent</source>
        <translation>Anteil Train, Prozent</translation>
    </message>
    <message>
        <source>Dev share, percent</source>
        <translation>Anteil Dev, Prozent</translation>
    </message>
    <message>
        <source>Test share, percent</source>
        <translation>Anteil Test, Prozent</translation>
    </message>
    <message>
        <source>Change the split</source>
        <translation>Aufteilung ändern</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Startwert der Aufteilung</translation>
    </message>
    <message>
        <source>The same seed gives the same parts.</source>
        <translation>Derselbe Startwert gibt dieselben Teile.</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>Train, dev and test</source>
        <translation>Train, Dev und Test</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Shares %</source>
        <translation>Anteile %</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Split as given</source>
        <translation>Aufteilung wie gegeben</translation>
    </message>
    <message>
        <source>Stratified split</source>
        <translation>Geschichtete Aufteilung</translation>
    </message>
    <message>
        <source>Weights are learned on train, choices are made on dev, the result is told by test.</source>
        <translation>Gewichte lernt man mit Train, entscheidet mit Dev, das Ergebnis sagt Test.</translation>
    </message>
    <message>
        <source>Fitted on the training part only: μ = %1, σ = %2.</source>
        <translation>Nur am Trainingsteil bestimmt: μ = %1, σ = %2.</translation>
    </message>
    <message>
        <source>Word ids are not normalized; an Embedding layer gives each word its vector.</source>
        <translation>Wortnummern werden nicht normalisiert; eine Embedding-Schicht gibt jedem Wort seinen Vektor.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::DesktopNote</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::ExampleChooser</name>
    <message>
        <source>dev</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Teil der Daten</translation>
    </message>
    <message>
        <source>Dev examples were not trained on: they show what the network makes of something new.</source>
        <translation>Mit Dev-Beispielen wurde nicht trainiert: Sie zeigen, was das Netz aus Neuem macht.</translation>
    </message>
    <message>
        <source>Previous example</source>
        <translation>Voriges Beispiel</translation>
    </message>
    <message>
        <source>The example before this one</source>
        <translation>Das Beispiel davor</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>The next example</source>
        <translation>Das nächste Beispiel</translation>
    </message>
    <message>
        <source>Random example</source>
        <translation>Zufälliges Beispiel</translation>
    </message>
    <message>
        <source>Any example of this part</source>
        <translation>Irgendein Beispiel dieses Teils</translation>
    </message>
    <message>
        <source>Number of the example</source>
        <translation>Nummer des Beispiels</translation>
    </message>
    <message>
        <source>Its place in this part of the data</source>
        <translation>Sein Platz in diesem Teil der Daten</translation>
    </message>
    <message>
        <source>Its place in this part of the data (1 to %1)</source>
        <translation>Sein Platz in diesem Teil der Daten (1 bis %1)</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::ExampleTable</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::FindPopup</name>
    <message>
        <source>Find a layer</source>
        <translation>Eine Schicht finden</translation>
    </message>
    <message>
        <source>Find a layer by name, kind or shape</source>
        <translation>Eine Schicht nach Name, Art oder Form finden</translation>
    </message>
    <message>
        <source>Layers found</source>
        <translation>Gefundene Schichten</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::FindingsBox</name>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::FramePage</name>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Ctrl+Left and Ctrl+Right on the canvas change it too.</source>
        <translation>Strg+Links und Strg+Rechts auf der Fläche ändern sie auch.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Ctrl+Up and Ctrl+Down on the canvas change it too.</source>
        <translation>Strg+Auf und Strg+Ab auf der Fläche ändern sie auch.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What the frame is about, in a few words (F2 on the canvas).</source>
        <translation>Worum es im Rahmen geht, in wenigen Worten (F2 auf der Fläche).</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>What the note says (F2 on the canvas).</source>
        <translation>Was die Notiz sagt (F2 auf der Fläche).</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>A colour for each part of a network tells parts apart from afar.</source>
        <translation>Mit einer Farbe je Teil lassen sich die Teile eines Netzes von weitem unterscheiden.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Words beside the drawing. They change nothing that is computed.</source>
        <translation>Worte neben der Zeichnung. Sie ändern nichts an der Rechnung.</translation>
    </message>
    <message>
        <source>Holds what lies in it: moving it by its title moves that along. It changes nothing that is computed.</source>
        <translation>Hält, was darin liegt: Am Titel verschoben nimmt er es mit. Er ändert nichts an der Rechnung.</translation>
    </message>
    <message>
        <source>No layer lies in it.</source>
        <translation>Keine Schicht liegt darin.</translation>
    </message>
    <message>
        <source>Holds %1.</source>
        <translation>Enthält %1.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::GradientCheckPanel</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>genauer ansehen</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>Check gradients</source>
        <translation>Gradienten prüfen</translation>
    </message>
    <message>
        <source>How much of the check is done</source>
        <translation>Wie viel der Prüfung getan ist</translation>
    </message>
    <message>
        <source>Result of the gradient check</source>
        <translation>Ergebnis der Gradientenprobe</translation>
    </message>
    <message>
        <source>Is back-propagation right? The check nudges single weights up and down by a hundred-thousandth, in double precision, and compares how the loss changes with what back-propagation said. Press Check gradients: each weight tensor of this network will appear here with its relative error. Up to 10⁻⁷ is good, above 10⁻⁵ something is wrong.</source>
        <translation>Stimmt die Rückwärtsrechnung? Die Probe rückt einzelne Gewichte um ein Hunderttausendstel auf und ab, mit doppelter Genauigkeit, und vergleicht die Änderung des Loss mit dem, was die Rückwärtsrechnung sagte. „Gradienten prüfen“ drücken: Jeder Gewichtstensor dieses Netzes erscheint hier mit seinem relativen Fehler. Bis 10⁻⁷ ist gut, über 10⁻⁵ stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Back-propagation</source>
        <translation>Rückwärtsrechnung</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>Relativer Fehler</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Entries of the tensor that were nudged. Those where the loss has a kink (ReLU, max pooling) are passed over.</source>
        <translation>Einträge des Tensors, an denen gerückt wurde. Wo der Loss einen Knick hat (ReLU, Max-Pooling), wird übergangen.</translation>
    </message>
    <message>
        <source>∂J/∂w of the entry that agrees least, by back-propagation.</source>
        <translation>∂J/∂w des am wenigsten passenden Eintrags, aus der Rückwärtsrechnung.</translation>
    </message>
    <message>
        <source>The same by nudging: (J(w + ε) − J(w − ε)) / 2ε.</source>
        <translation>Dasselbe durch Rücken: (J(w + ε) − J(w − ε)) / 2ε.</translation>
    </message>
    <message>
        <source>‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) over all compared entries.</source>
        <translation>‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) über alle verglichenen Einträge.</translation>
    </message>
    <message>
        <source>Relative error of each parameter</source>
        <translation>Relativer Fehler jedes Parameters</translation>
    </message>
    <message>
        <source>Press Enter on a row to select its layer in the drawing.</source>
        <translation>Enter auf einer Zeile wählt ihre Schicht in der Zeichnung aus.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stops the check.</source>
        <translation>Beendet die Prüfung.</translation>
    </message>
    <message>
        <source>Compares back-propagation with two-sided differences, with the weights as they are now. Training may go on meanwhile.</source>
        <translation>Vergleicht die Rückwärtsrechnung mit zweiseitigen Differenzen, mit den jetzigen Gewichten. Das Training darf dabei weiterlaufen.</translation>
    </message>
    <message>
        <source> (%1 at kinks)</source>
        <translation> (%1 an Knicken)</translation>
    </message>
    <message>
        <source>Worst relative error %1: %2</source>
        <translation>Größter relativer Fehler %1: %2</translation>
    </message>
    <message>
        <source>Checking gradients</source>
        <translation>Gradienten werden geprüft</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::HistoryPanel</name>
    <message>
        <source>%1 (now)</source>
        <translation>%1 (jetzt)</translation>
    </message>
    <message>
        <source>%1 (undone)</source>
        <translation>%1 (zurückgenommen)</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Click a step to have everything as it was then: drawing, data and training settings. Nothing is lost until you change something there. A .percept file keeps the newest %1 steps (at most %2 MB).</source>
        <translation>Ein Klick auf einen Schritt macht alles, wie es damals war: Zeichnung, Daten und Trainingseinstellungen. Nichts geht verloren, solange dort nichts geändert wird. Eine .percept-Datei behält die neuesten %1 Schritte (höchstens %2 MB).</translation>
    </message>
    <message>
        <source>One step back (undo)</source>
        <translation>Einen Schritt zurück (rückgängig)</translation>
    </message>
    <message>
        <source>One step forward (redo)</source>
        <translation>Einen Schritt vor (wiederholen)</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::LayerChooser</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>The layer that is shown. It follows what you select on the canvas.</source>
        <translation>Die gezeigte Schicht. Sie folgt der Auswahl in der Zeichnung.</translation>
    </message>
    <message>
        <source>Pin the layer</source>
        <translation>Schicht festhalten</translation>
    </message>
    <message>
        <source>Stay on this layer, whatever is selected on the canvas.</source>
        <translation>Bei dieser Schicht bleiben, was immer in der Zeichnung ausgewählt ist.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::LayerList</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Drag a layer onto the canvas, or press Enter to append it after the selection.</source>
        <translation>Eine Schicht auf die Zeichnung ziehen, oder mit Enter hinter die Auswahl anhängen.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::LayerTable</name>
    <message>
        <source>Layers with output shape and parameter count</source>
        <translation>Schichten mit Ausgabeform und Parameterzahl</translation>
    </message>
    <message>
        <source>Click a row to select the layer.</source>
        <translation>Ein Klick auf eine Zeile wählt die Schicht aus.</translation>
    </message>
    <message>
        <source>Layer (type)</source>
        <translation>Schicht (Art)</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>Ausgabeform</translation>
    </message>
    <message>
        <source>Param #</source>
        <translation>Param.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>bypassed</source>
        <translation>umgangen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>What this project says about itself.</source>
        <translation>Was dieses Projekt über sich selbst sagt.</translation>
    </message>
    <message>
        <source>Text of the lesson</source>
        <translation>Text der Lektion</translation>
    </message>
    <message>
        <source>Plain text or Markdown: # heading, **bold**, - list. It is saved with the project.</source>
        <translation>Einfacher Text oder Markdown: # Überschrift, **fett**, - Liste. Er wird mit dem Projekt gespeichert.</translation>
    </message>
    <message>
        <source>What is there to see in this project, and what should one try?</source>
        <translation>Was ist an diesem Projekt zu sehen, und was sollte man versuchen?</translation>
    </message>
    <message>
        <source>Write the text</source>
        <translation>Den Text schreiben</translation>
    </message>
    <message>
        <source>*This project has no text yet. The pencil writes one.*</source>
        <translation>*Dieses Projekt hat noch keinen Text. Der Stift schreibt einen.*</translation>
    </message>
    <message>
        <source>Back to what this project says about itself</source>
        <translation>Zurück zu dem, was dieses Projekt über sich sagt</translation>
    </message>
    <message>
        <source>Back to the project&apos;s text</source>
        <translation>Zurück zum Text des Projekts</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What to read: this project&apos;s own text, or a section of the course</source>
        <translation>Was zu lesen ist: der eigene Text des Projekts oder ein Abschnitt des Kurses</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dieses Projekt</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::LivePreview</name>
    <message>
        <source>The example that runs through the network</source>
        <translation>Das Beispiel, das durch das Netz läuft</translation>
    </message>
    <message>
        <source>says %1</source>
        <translation>sagt %1</translation>
    </message>
    <message>
        <source>says %1 (%2 %)</source>
        <translation>sagt %1 (%2 %)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not trained</source>
        <translation>nicht trainiert</translation>
    </message>
    <message>
        <source>No pictures: %1</source>
        <translation>Keine Bilder: %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What happens is written here: files opened and saved, data loaded, runs ended, problems.</source>
        <translation>Was geschieht, steht hier: geöffnete und gespeicherte Dateien, geladene Daten, beendete Läufe, Probleme.</translation>
    </message>
    <message>
        <source>Show problems only</source>
        <translation>Nur Probleme zeigen</translation>
    </message>
    <message>
        <source>Copy the whole log</source>
        <translation>Das ganze Protokoll kopieren</translation>
    </message>
    <message>
        <source>Clear the log</source>
        <translation>Das Protokoll leeren</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::LossForm</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::MetricChoice</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1 metrics</source>
        <translation>%1 Metriken</translation>
    </message>
    <message>
        <source>Automatic: all that apply</source>
        <translation>Automatisch: alle, die passen</translation>
    </message>
    <message>
        <source>Does not apply to these data.</source>
        <translation>Passt nicht zu diesen Daten.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::MiniMap</name>
    <message>
        <source>Mini-map</source>
        <translation>Übersichtskarte</translation>
    </message>
    <message>
        <source>The whole drawing; drag to look elsewhere (Alt+M hides it).</source>
        <translation>Die ganze Zeichnung; ziehen, um anderswo hinzusehen (Alt+M blendet sie aus).</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::NetworkCanvas</name>
    <message>
        <source>edge from %1 to %2</source>
        <translation>Kante von %1 nach %2</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>Drag a layer from the palette, or press Space to search one.
A network starts with an Input.</source>
        <translation>Eine Schicht aus der Palette ziehen, oder mit der Leertaste suchen.
Ein Netz beginnt mit einem Input.</translation>
    </message>
    <message>
        <source>Put on an edge</source>
        <translation>Auf eine Kante setzen</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Network canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Tab goes from layer to layer, arrows move the selected ones, Enter shows details, Space adds a layer, Delete removes.</source>
        <translation>Tab geht von Schicht zu Schicht, Pfeile verschieben die ausgewählten, Enter zeigt Einzelheiten, die Leertaste fügt eine Schicht hinzu, Entf löscht.</translation>
    </message>
    <message>
        <source>Name of the layer</source>
        <translation>Name der Schicht</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Move a link</source>
        <translation>Eine Verbindung verlegen</translation>
    </message>
    <message>
        <source>A layer cannot feed itself.</source>
        <translation>Eine Schicht kann sich nicht selbst speisen.</translation>
    </message>
    <message>
        <source>holds %1</source>
        <translation>enthält %1</translation>
    </message>
    <message>
        <source>Drag to push the drawing about</source>
        <translation>Ziehen verschiebt die Zeichnung</translation>
    </message>
    <message>
        <source>Drag to connect, into empty space to add a layer; Ctrl+drag moves what is connected</source>
        <translation>Ziehen verbindet, ins Leere fügt es eine Schicht hinzu; Strg+Ziehen verlegt, was verbunden ist</translation>
    </message>
    <message>
        <source>Drag to move; Alt+drag takes the layer out of its chain; Alt pressed later ignores the grid</source>
        <translation>Ziehen verschiebt; Alt+Ziehen nimmt die Schicht aus ihrer Kette; Alt erst danach übergeht das Raster</translation>
    </message>
    <message>
        <source>Drag to move it with what it holds, at its sides to resize it; double-click to edit its text</source>
        <translation>Ziehen verschiebt ihn mit seinem Inhalt, an den Seiten ändert es seine Größe; Doppelklick ändert den Text</translation>
    </message>
    <message>
        <source>Double-click to insert a layer, Alt+click to remove the link</source>
        <translation>Doppelklick fügt eine Schicht ein, Alt+Klick entfernt die Verbindung</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Take out of the chain</source>
        <translation>Aus der Kette nehmen</translation>
    </message>
    <message>
        <source>Words of the note</source>
        <translation>Worte der Notiz</translation>
    </message>
    <message>
        <source>Title of the frame</source>
        <translation>Titel des Rahmens</translation>
    </message>
    <message>
        <source>Change text</source>
        <translation>Text ändern</translation>
    </message>
    <message>
        <source>What %1 feeds: layers that fit</source>
        <translation>Was %1 speist: passende Schichten</translation>
    </message>
    <message>
        <source>What feeds %1: layers that fit</source>
        <translation>Was %1 speist: passende Schichten davor</translation>
    </message>
    <message>
        <source>What comes after %1</source>
        <translation>Was nach %1 kommt</translation>
    </message>
    <message>
        <source>Append %1</source>
        <translation>%1 anhängen</translation>
    </message>
    <message>
        <source>A layer between: type to search</source>
        <translation>Eine Schicht dazwischen: tippen sucht</translation>
    </message>
    <message>
        <source>Name of the block</source>
        <translation>Name des Blocks</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::NetworkPage</name>
    <message>
        <source>The network is empty. Its layers will be listed here, with the shape of what each gives and how many numbers it learns.</source>
        <translation>Das Netz ist leer. Hier werden seine Schichten stehen, mit der Form ihrer Ausgabe und der Zahl der gelernten Parameter.</translation>
    </message>
    <message>
        <source>Select a layer to see and change its settings.</source>
        <translation>Eine Schicht auswählen, um ihre Einstellungen zu sehen und zu ändern.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>%1, %2 to train (%3).</source>
        <translation>%1, %2 zu trainieren (%3).</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more are frozen.</source>
        <translation>%1 weitere sind eingefroren.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::NodePage</name>
    <message>
        <source>word ids, out of %1</source>
        <translation>Wortnummern, aus %1</translation>
    </message>
    <message>
        <source>word ids</source>
        <translation>Wortnummern</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>sequence of vectors</source>
        <translation>Folge von Vektoren</translation>
    </message>
    <message>
        <source>picture: height × width × channels</source>
        <translation>Bild: Höhe × Breite × Kanäle</translation>
    </message>
    <message>
        <source>starts at 0</source>
        <translation>beginnt bei 0</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>beginnt bei %1</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>beginnt %1</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What this layer is called in files, pictures and messages (F2)</source>
        <translation>Wie diese Schicht in Dateien, Bildern und Meldungen heißt (F2)</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>When to use it</source>
        <translation>Wann man sie verwendet</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>%1 von %2 ändern</translation>
    </message>
    <message>
        <source>missing layer</source>
        <translation>fehlende Schicht</translation>
    </message>
    <message>
        <source>This program does not know the layer. Its settings are kept, and saved as they came.</source>
        <translation>Dieses Programm kennt die Schicht nicht. Ihre Einstellungen bleiben und werden gespeichert, wie sie kamen.</translation>
    </message>
    <message>
        <source>Input %1</source>
        <translation>Eingang %1</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Known when the input&apos;s shape is.</source>
        <translation>Bekannt, sobald es die Form des Eingangs ist.</translation>
    </message>
    <message>
        <source>not trained, kept up to date</source>
        <translation>nicht trainiert, nachgeführt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Umgehen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>&lt;b&gt;Bypass&lt;/b&gt; (M on the canvas)&lt;br&gt;The network is computed, counted, trained and exported as if this layer were not there: its first input goes on in its place. A quick way to see what a layer is good for.</source>
        <translation>&lt;b&gt;Umgehen&lt;/b&gt; (M auf der Fläche)&lt;br&gt;Das Netz wird berechnet, gezählt, trainiert und exportiert, als wäre diese Schicht nicht da: Ihr erster Eingang geht an ihrer Stelle weiter. Schnell zeigt sich, wozu eine Schicht gut ist.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Freeze&lt;/b&gt; (L on the canvas)&lt;br&gt;What this layer has learned stays as it is: the optimizer leaves its parameters alone, and running averages rest. Usual for the first layers of a network that was trained on something else (transfer learning). It may be changed while training runs.</source>
        <translation>&lt;b&gt;Einfrieren&lt;/b&gt; (L auf der Fläche)&lt;br&gt;Was diese Schicht gelernt hat, bleibt: Der Optimierer lässt ihre Parameter in Ruhe, laufende Mittel ruhen. Üblich für die ersten Schichten eines Netzes, das an etwas anderem trainiert wurde (Transferlernen). Lässt sich auch während des Trainings ändern.</translation>
    </message>
    <message>
        <source>Switch on again</source>
        <translation>Wieder einschalten</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>None are counted while this layer is left out.</source>
        <translation>Keine werden gezählt, solange diese Schicht ausgelassen ist.</translation>
    </message>
    <message>
        <source>%1, frozen</source>
        <translation>%1, eingefroren</translation>
    </message>
    <message>
        <source>Open the block</source>
        <translation>Den Block öffnen</translation>
    </message>
    <message>
        <source>See and change what is inside (Enter or double-click on the node)</source>
        <translation>Sehen und ändern, was darin ist (Enter oder Doppelklick auf den Knoten)</translation>
    </message>
    <message>
        <source>All of its layers and copies together.</source>
        <translation>Alle seine Schichten und Kopien zusammen.</translation>
    </message>
    <message>
        <source>Set by “%1” of the block.</source>
        <translation>Von „%1“ des Blocks gesetzt.</translation>
    </message>
    <message>
        <source>Shows what the course says about this layer (F1)</source>
        <translation>Zeigt, was der Kurs zu dieser Schicht sagt (F1)</translation>
    </message>
    <message>
        <source>Lesson: %1</source>
        <translation>Lektion: %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::NotationDialog</name>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. To be mended: %2</source>
        <translation>%1. Zu beheben: %2</translation>
    </message>
    <message>
        <source>, %1 parameters</source>
        <translation>, %1 Parameter</translation>
    </message>
    <message>
        <source>, ends in %1</source>
        <translation>, endet in %1</translation>
    </message>
    <message>
        <source>&amp;Replace the network</source>
        <translation>Das Netz e&amp;rsetzen</translation>
    </message>
    <message>
        <source>&amp;Add to the drawing</source>
        <translation>Zur Zeichnung hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Network from text</source>
        <translation>Netz aus Text</translation>
    </message>
    <message>
        <source>Network as text</source>
        <translation>Netz als Text</translation>
    </message>
    <message>
        <source>Conv2d is conv, Dense is dense or fc, …; numbers are set in the order of the inspector, everything else as name=value.</source>
        <translation>Conv2d ist conv, Dense ist dense oder fc, …; Zahlen stehen in der Reihenfolge des Inspektors, alles andere als Name=Wert.</translation>
    </message>
    <message>
        <source>What the text says</source>
        <translation>Was der Text sagt</translation>
    </message>
    <message>
        <source>The drawing is this network instead (Ctrl+Enter). Undo brings the other back.</source>
        <translation>Die Zeichnung ist dann dieses Netz (Strg+Enter). „Rückgängig“ bringt das andere zurück.</translation>
    </message>
    <message>
        <source>Puts it below what is there.</source>
        <translation>Setzt es unter das, was da ist.</translation>
    </message>
    <message>
        <source>Add from text</source>
        <translation>Aus Text hinzufügen</translation>
    </message>
    <message>
        <source>Layers with &gt; between them, and what is set of each: &lt;b&gt;28x28x1 &amp;gt; conv 8 5x5 same &amp;gt; relu &amp;gt; maxpool 2 &amp;gt; flatten &amp;gt; dense 10&lt;/b&gt;. Branches: &lt;b&gt;( conv 8 3x3 same | skip ) &amp;gt; add&lt;/b&gt;. A named point: &lt;b&gt;stem: relu … ; @stem &amp;gt; …&lt;/b&gt;. A block, and its use: &lt;b&gt;block Twice(units=8) = in &amp;gt; dense $units &amp;gt; relu; 6 &amp;gt; Twice 16 repeat=3 &amp;gt; dense 2&lt;/b&gt;. Frames and notes are not part of it.</source>
        <translation>Schichten mit &gt; dazwischen, und was von jeder gesetzt ist: &lt;b&gt;28x28x1 &amp;gt; conv 8 5x5 same &amp;gt; relu &amp;gt; maxpool 2 &amp;gt; flatten &amp;gt; dense 10&lt;/b&gt;. Zweige: &lt;b&gt;( conv 8 3x3 same | skip ) &amp;gt; add&lt;/b&gt;. Ein benannter Punkt: &lt;b&gt;stem: relu … ; @stem &amp;gt; …&lt;/b&gt;. Ein Block, und wie er benutzt wird: &lt;b&gt;block Twice(units=8) = in &amp;gt; dense $units &amp;gt; relu; 6 &amp;gt; Twice 16 repeat=3 &amp;gt; dense 2&lt;/b&gt;. Rahmen und Notizen gehören nicht dazu.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::NumberEdit</name>
    <message>
        <source>A number is needed.</source>
        <translation>Hier muss eine Zahl stehen.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>Hier muss eine ganze Zahl stehen.</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>Mindestens %1.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>Höchstens %1.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::OutcomeList</name>
    <message>
        <source>Examples of the chosen cell</source>
        <translation>Beispiele der gewählten Zelle</translation>
    </message>
    <message>
        <source>Truth, guess and how sure the network is. Choosing one shows it in the other views.</source>
        <translation>Wahrheit, Antwort und wie sicher das Netz ist. Ein gewähltes Beispiel zeigen auch die anderen Ansichten.</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3, the surest first</source>
        <translation>%1 für %2 gehalten: %3, die sichersten zuerst</translation>
    </message>
    <message>
        <source>No mistakes among these examples.</source>
        <translation>Keine Fehler unter diesen Beispielen.</translation>
    </message>
    <message numerus="yes">
        <source>%n mistake(s), the surest first. Choose a cell to see only its examples.</source>
        <translation>
            <numerusform>%n Fehler. Eine Zelle wählen, um nur ihre Beispiele zu sehen.</numerusform>
            <numerusform>%n Fehler, die sichersten zuerst. Eine Zelle wählen, um nur ihre Beispiele zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The mistakes will be listed here.</source>
        <translation>Hier werden die Fehler stehen.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 → %2  %3</source>
        <translation>%1 → %2  %3</translation>
    </message>
    <message>
        <source>%1
truth %2, guess %3, %4 sure</source>
        <translation>%1
Wahrheit %2, Antwort %3, %4 sicher</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::PairSetting</name>
    <message>
        <source>%1, rows</source>
        <translation>%1, Zeilen</translation>
    </message>
    <message>
        <source>%1, columns</source>
        <translation>%1, Spalten</translation>
    </message>
    <message>
        <source>%1: rows and columns are the same</source>
        <translation>%1: Zeilen und Spalten sind gleich</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rows and columns are the same&lt;/b&gt;&lt;br&gt;A change of one changes both: the window is a square. Open the chain for one that is wider than high, or higher than wide.</source>
        <translation>&lt;b&gt;Zeilen und Spalten sind gleich&lt;/b&gt;&lt;br&gt;Was eines ändert, ändert beide: Das Fenster ist ein Quadrat. Öffnen Sie die Kette für eines, das breiter als hoch ist, oder höher als breit.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Rows and columns are free&lt;/b&gt;&lt;br&gt;Wide windows see along a row, high ones along a column. Close the chain to make the columns as the rows are, and keep them so.</source>
        <translation>&lt;b&gt;Zeilen und Spalten sind frei&lt;/b&gt;&lt;br&gt;Breite Fenster sehen entlang einer Zeile, hohe entlang einer Spalte. Schließen Sie die Kette, damit die Spalten wie die Zeilen werden und bleiben.</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::Palette</name>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation>Schichten suchen</translation>
    </message>
    <message>
        <source>Type part of a name or of what the layer does; Enter appends the layer that is marked.</source>
        <translation>Einen Teil des Namens oder dessen, was die Schicht tut, eingeben; Enter hängt die markierte Schicht an.</translation>
    </message>
    <message>
        <source>No layer has “%1” in its name or meaning.</source>
        <translation>Keine Schicht hat „%1“ im Namen oder in der Bedeutung.</translation>
    </message>
    <message>
        <source>Append %1</source>
        <translation>%1 anhängen</translation>
    </message>
    <message>
        <source>Remove from my blocks</source>
        <translation>Aus meinen Blöcken entfernen</translation>
    </message>
    <message>
        <source>A block was left out: %1</source>
        <translation>Ein Block wurde ausgelassen: %1</translation>
    </message>
    <message>
        <source>%1 is no longer among your blocks; projects that use it keep it.</source>
        <translation>%1 ist nicht mehr bei den eigenen Blöcken; Projekte, die ihn verwenden, behalten ihn.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::PartSection</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::PictureChoice</name>
    <message>
        <source>Pict&amp;ures on nodes</source>
        <translation>Bil&amp;der auf Knoten</translation>
    </message>
    <message>
        <source>&amp;Activations</source>
        <translation>&amp;Aktivierungen</translation>
    </message>
    <message>
        <source>Each layer shows what it makes of an example, trained or not</source>
        <translation>Jede Schicht zeigt, was sie aus einem Beispiel macht, trainiert oder nicht</translation>
    </message>
    <message>
        <source>&amp;Filters</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Layers with weights show their filters, as training changes them</source>
        <translation>Schichten mit Gewichten zeigen ihre Filter, wie das Training sie verändert</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Nodes without pictures</source>
        <translation>Knoten ohne Bilder</translation>
    </message>
    <message>
        <source>What is seen above each layer</source>
        <translation>Was über jeder Schicht zu sehen ist</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::PictureGrid</name>
    <message>
        <source>Pictures of the set</source>
        <translation>Bilder der Daten</translation>
    </message>
    <message>
        <source>Arrow keys go from picture to picture.</source>
        <translation>Pfeiltasten gehen von Bild zu Bild.</translation>
    </message>
    <message>
        <source>No pictures here</source>
        <translation>Hier sind keine Bilder</translation>
    </message>
    <message>
        <source>Example %1</source>
        <translation>Beispiel %1</translation>
    </message>
    <message>
        <source>, class %1</source>
        <translation>, Klasse %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::Places</name>
    <message>
        <source>Plac&amp;es</source>
        <translation>Or&amp;te</translation>
    </message>
    <message>
        <source>Go to place &amp;%1</source>
        <translation>Zu Ort &amp;%1 gehen</translation>
    </message>
    <message>
        <source>Shows what was kept as place %1</source>
        <translation>Zeigt, was als Ort %1 aufgehoben ist</translation>
    </message>
    <message>
        <source>Keep as place %1</source>
        <translation>Als Ort %1 aufheben</translation>
    </message>
    <message>
        <source>Keeps what is in sight, to come back to it with the key %1</source>
        <translation>Hebt auf, was zu sehen ist, um mit der Taste %1 zurückzukommen</translation>
    </message>
    <message>
        <source>Bookmarks of what is in sight</source>
        <translation>Lesezeichen dessen, was zu sehen ist</translation>
    </message>
    <message>
        <source>Kept as place %1: the key %1 comes back here.</source>
        <translation>Als Ort %1 aufgehoben: Die Taste %1 kommt hierher zurück.</translation>
    </message>
    <message>
        <source>There is no place %1 yet: Ctrl+Shift+%1 keeps what is in sight.</source>
        <translation>Es gibt noch keinen Ort %1: Strg+Umschalt+%1 hebt auf, was zu sehen ist.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::PlayButton</name>
    <message>
        <source>Play</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::ProblemCard</name>
    <message>
        <source>Error, %1: %2</source>
        <translation>Fehler, %1: %2</translation>
    </message>
    <message>
        <source>Hint, %1: %2</source>
        <translation>Hinweis, %1: %2</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Shows %1 in the drawing.</source>
        <translation>Zeigt %1 in der Zeichnung.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>Beheben: %1</translation>
    </message>
    <message>
        <source>%1.
One step: Ctrl+Z takes it back.</source>
        <translation>%1.
Ein Schritt: Strg+Z nimmt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Choose another file or source in the data panel.</source>
        <translation>In der Leiste „Daten“ eine andere Datei oder Quelle wählen.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>No problems: the network can be trained. What is wrong with the drawing, the data or the training will appear here, with buttons that put it right.</source>
        <translation>Keine Probleme: Das Netz kann trainiert werden. Was an Zeichnung, Daten oder Training nicht stimmt, erscheint hier, mit Knöpfen, die es beheben.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weiteres.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::RangeTestChart</name>
    <message>
        <source>Loss over the learning rate</source>
        <translation>Loss über der Lernrate</translation>
    </message>
    <message>
        <source>&lt;b&gt;Loss over the learning rate&lt;/b&gt;&lt;br&gt;Take a rate from where the curve falls steeply, well before it rises: click there, or move with the arrow keys and press Enter.</source>
        <translation>&lt;b&gt;Loss über der Lernrate&lt;/b&gt;&lt;br&gt;Eine Rate nehmen, bei der die Kurve steil fällt, deutlich bevor sie steigt: dort klicken, oder mit den Pfeiltasten hingehen und Enter drücken.</translation>
    </message>
    <message>
        <source>Suggested: %1.</source>
        <translation>Vorschlag: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) so far.</source>
        <translation>
            <numerusform>Bisher %n Punkt.</numerusform>
            <numerusform>Bisher %n Punkte.</numerusform>
        </translation>
    </message>
    <message>
        <source>learning rate α</source>
        <translation>Lernrate α</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>The test trains a copy of the network for a moment while the learning rate grows.</source>
        <translation>Der Test trainiert kurz eine Kopie des Netzes, während die Lernrate wächst.</translation>
    </message>
    <message>
        <source>suggested %1</source>
        <translation>Vorschlag %1</translation>
    </message>
    <message>
        <source>Learning rate %1.</source>
        <translation>Lernrate %1.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::RangeTestPanel</name>
    <message>
        <source>Trains a copy of the network, as it is now, with a learning rate that grows from batch to batch. Your run is not touched.</source>
        <translation>Trainiert eine Kopie des jetzigen Netzes mit einer Lernrate, die von Batch zu Batch wächst. Der Lauf bleibt unberührt.</translation>
    </message>
    <message>
        <source>Sets this learning rate for the run. Undo takes it back.</source>
        <translation>Setzt diese Lernrate für den Lauf. „Rückgängig“ nimmt sie zurück.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Test starten</translation>
    </message>
    <message>
        <source>Take α = %1</source>
        <translation>α = %1 nehmen</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Der Test läuft …</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde beendet.</translation>
    </message>
    <message>
        <source>The loss falls fastest at α = %1; it is lowest at %2, which is already close to too much.</source>
        <translation>Der Loss fällt am schnellsten bei α = %1; am niedrigsten ist er bei %2, was schon fast zu viel ist.</translation>
    </message>
    <message>
        <source>The loss did not fall clearly, so no learning rate suggests itself. A network that is trained already looks like this: reset it, then test.</source>
        <translation>Der Loss fiel nicht deutlich, daher bietet sich keine Lernrate an. So sieht es bei einem schon trainierten Netz aus: zurücksetzen, dann testen.</translation>
    </message>
    <message>
        <source>Above %1 it flew off.</source>
        <translation>Über %1 lief er davon.</translation>
    </message>
    <message>
        <source>Learning rate %1, from the range test.</source>
        <translation>Lernrate %1, aus dem Lernratentest.</translation>
    </message>
    <message>
        <source>Testing learning rates</source>
        <translation>Lernraten werden getestet</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::RateSlider</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Regler</translation>
    </message>
    <message>
        <source>%1: each length along the slider is the same factor</source>
        <translation>%1: Gleiche Strecken am Regler sind gleiche Faktoren</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::RunBar</name>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Run bar</source>
        <translation>Laufleiste</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Trains until all epochs are done. Press again to pause.</source>
        <translation>Trainiert, bis alle Epochen fertig sind. Noch einmal drücken hält an.</translation>
    </message>
    <message>
        <source>P&amp;ause</source>
        <translation>P&amp;ause</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Waits between two mini-batches. Nothing is lost: play goes on from here.</source>
        <translation>Wartet zwischen zwei Mini-Batches. Nichts geht verloren: „Start“ macht hier weiter.</translation>
    </message>
    <message>
        <source>One &amp;batch</source>
        <translation>Ein &amp;Batch</translation>
    </message>
    <message>
        <source>One batch</source>
        <translation>Ein Batch</translation>
    </message>
    <message>
        <source>Looks at one mini-batch, changes the weights once, and pauses.</source>
        <translation>Sieht einen Mini-Batch an, ändert die Gewichte einmal und hält an.</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>Eine &amp;Epoche</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>Goes once through the training set, evaluates on the dev set, and pauses.</source>
        <translation>Geht einmal durch die Trainingsdaten, wertet mit Dev aus und hält an.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ends the run. Its weights stay, and the run is kept in the record.</source>
        <translation>Beendet den Lauf. Seine Gewichte bleiben, und der Lauf bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Draws the starting weights again from the same seed: the same run from the start. With Shift: from a new seed.</source>
        <translation>Zieht die Anfangsgewichte neu aus demselben Startwert: derselbe Lauf von vorn. Mit Umschalt: aus einem neuen.</translation>
    </message>
    <message>
        <source>Reset with a &amp;new seed</source>
        <translation>Mit &amp;neuem Startwert zurücksetzen</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>Other starting weights and another order of the examples.</source>
        <translation>Andere Anfangsgewichte und eine andere Reihenfolge der Beispiele.</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>batch %1 of %2</source>
        <translation>Batch %1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1 Beispiele/s</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>What has no room in the run bar</source>
        <translation>Was in der Laufleiste keinen Platz hat</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::RunShelf</name>
    <message>
        <source>Earlier runs</source>
        <translation>Frühere Läufe</translation>
    </message>
    <message>
        <source>Check a run to lay its curves over the present one.</source>
        <translation>Einen Lauf ankreuzen, um seine Kurven über den jetzigen zu legen.</translation>
    </message>
    <message>
        <source>%1 steps, %2 of %3 epochs, seed %4. %5</source>
        <translation>%1 Schritte, %2 von %3 Epochen, Startwert %4. %5</translation>
    </message>
    <message>
        <source>No earlier runs yet</source>
        <translation>Noch keine früheren Läufe</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::RunsPanel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>Train-Loss</translation>
    </message>
    <message>
        <source>Dev</source>
        <translation>Dev</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Recorded runs</source>
        <translation>Aufgezeichnete Läufe</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Goes on exactly where this run was, with its network, data and settings.</source>
        <translation>Macht genau dort weiter, wo dieser Lauf war, mit seinem Netz, seinen Daten und Einstellungen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Opens network, settings and weights of this run as a project, without training.</source>
        <translation>Öffnet Netz, Einstellungen und Gewichte dieses Laufs als Projekt, ohne zu trainieren.</translation>
    </message>
    <message>
        <source>Open the best</source>
        <translation>Den besten Stand öffnen</translation>
    </message>
    <message>
        <source>Opens this run as it was after its best epoch: the lowest dev loss, or whatever its setting “Best by” says.</source>
        <translation>Öffnet diesen Lauf, wie er nach seiner besten Epoche war: dem kleinsten Dev-Loss, oder was seine Einstellung „Best by“ sagt.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Removes this run from the record, with its weights.</source>
        <translation>Entfernt diesen Lauf aus der Aufzeichnung, mit seinen Gewichten.</translation>
    </message>
    <message>
        <source>Every training run is recorded while it goes, and will appear here: when, how far, how well.</source>
        <translation>Jeder Trainingslauf wird aufgezeichnet und erscheint hier: wann, wie weit, wie gut.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Forget a run</source>
        <translation>Einen Lauf vergessen</translation>
    </message>
    <message>
        <source>Forget run %1 of “%2”, with its weights and curves? This cannot be undone.</source>
        <translation>Lauf %1 von „%2“ mit Gewichten und Kurven vergessen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SchedulePreview</name>
    <message>
        <source>Learning rate over the run</source>
        <translation>Lernrate über den Lauf</translation>
    </message>
    <message>
        <source>α %1</source>
        <translation>α %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 epoch(s)</source>
        <translation>
            <numerusform>%1 Epoche</numerusform>
            <numerusform>%1 Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>Draw the schedule</source>
        <translation>Den Verlauf zeichnen</translation>
    </message>
    <message>
        <source>It falls when training brings nothing better.</source>
        <translation>Sie fällt, wenn das Training nichts Besseres bringt.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message>
        <source>Point %1 of %2: at %3 % of the run, factor %4.</source>
        <translation>Punkt %1 von %2: bei %3 % des Laufs, Faktor %4.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Learning rate over the run&lt;/b&gt;&lt;br&gt;The curve is the schedule, the line is now.</source>
        <translation>&lt;b&gt;Lernrate über den Lauf&lt;/b&gt;&lt;br&gt;Die Kurve ist der geplante Verlauf, die Linie ist jetzt.</translation>
    </message>
    <message>
        <source>&lt;br&gt;Drag the points; click beside them for a new one; a right click or Delete takes one away. Arrow keys choose a point, with Shift they move it.</source>
        <translation>&lt;br&gt;Die Punkte ziehen; daneben klicken für einen neuen; ein Rechtsklick oder Entf nimmt einen weg. Pfeiltasten wählen einen Punkt, mit Umschalt bewegen sie ihn.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SearchPopup</name>
    <message>
        <source>Add a layer</source>
        <translation>Eine Schicht hinzufügen</translation>
    </message>
    <message>
        <source>Add a layer: type to search, Enter adds it</source>
        <translation>Eine Schicht hinzufügen: tippen sucht, Enter fügt sie hinzu</translation>
    </message>
    <message>
        <source>Search a layer to add</source>
        <translation>Schicht zum Hinzufügen suchen</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SelectionPage</name>
    <message>
        <source>Settings of all of them</source>
        <translation>Einstellungen aller</translation>
    </message>
    <message numerus="yes">
        <source>Change %1 of %n layer(s)</source>
        <translation>
            <numerusform>%1 von %n Schicht ändern</numerusform>
            <numerusform>%1 von %n Schichten ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) selected</source>
        <translation>
            <numerusform>%n Schicht ausgewählt</numerusform>
            <numerusform>%n Schichten ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Together %1.</source>
        <translation>Zusammen %1.</translation>
    </message>
    <message>
        <source>Together they have no parameters.</source>
        <translation>Zusammen haben sie keine Parameter.</translation>
    </message>
    <message>
        <source>They differ: %1. A change is for all of them.</source>
        <translation>Sie sind verschieden: %1. Eine Änderung gilt für alle.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>Umgehen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Name of all of them</source>
        <translation>Name von allen</translation>
    </message>
    <message>
        <source>&lt;b&gt;Name&lt;/b&gt;&lt;br&gt;conv calls them conv1, conv2, … in the order in which the data flow.</source>
        <translation>&lt;b&gt;Name&lt;/b&gt;&lt;br&gt;conv nennt sie conv1, conv2, … in der Reihenfolge, in der die Daten fließen.</translation>
    </message>
    <message>
        <source>different</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>&lt;b&gt;Bypass&lt;/b&gt; (M on the canvas)&lt;br&gt;The network is computed as if these layers were not there: what comes into each goes on in its place. Half filled: some of them are.</source>
        <translation>&lt;b&gt;Umgehen&lt;/b&gt; (M auf der Fläche)&lt;br&gt;Das Netz wird berechnet, als wären diese Schichten nicht da: Was in jede hineingeht, geht an ihrer Stelle weiter. Halb gefüllt: Bei einigen ist es so.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Freeze&lt;/b&gt; (L on the canvas)&lt;br&gt;What these layers have learned stays as it is. Half filled: some of them are frozen.</source>
        <translation>&lt;b&gt;Einfrieren&lt;/b&gt; (L auf der Fläche)&lt;br&gt;Was diese Schichten gelernt haben, bleibt, wie es ist. Halb gefüllt: Einige sind eingefroren.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Switch on again</source>
        <translation>Wieder einschalten</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>They differ: %1. A change is for all of them; Enter gives all of them what stands here.</source>
        <translation>Sie sind verschieden: %1. Eine Änderung gilt für alle; die Eingabetaste gibt allen, was hier steht.</translation>
    </message>
    <message>
        <source>“%1” has it from “%2” of the block.</source>
        <translation>„%1“ hat es von „%2“ des Blocks.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SettingWidget</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a file or a folder</source>
        <translation>Datei oder Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a file or a folder for %1</source>
        <translation>Datei oder Ordner für %1 wählen</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Back to the standard, %1</source>
        <translation>Zurück zum Standard, %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SettingsForm</name>
    <message>
        <source>Back to the standard, %1</source>
        <translation>Zurück zum Standard, %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::SplitBar</name>
    <message>
        <source>Sizes of the parts</source>
        <translation>Größen der Teile</translation>
    </message>
    <message>
        <source>train %1, dev %2, test %3</source>
        <translation>Train %1, Dev %2, Test %3</translation>
    </message>
    <message>
        <source>train %1</source>
        <translation>Train %1</translation>
    </message>
    <message>
        <source>dev %1</source>
        <translation>Dev %1</translation>
    </message>
    <message>
        <source>test %1</source>
        <translation>Test %1</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::StartPage</name>
    <message>
        <source>Back to the drawing</source>
        <translation>Zurück zur Zeichnung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Ready projects are wired and train as they are: open one, press play, and change what you like.</source>
        <translation>Fertige Projekte sind verdrahtet und trainieren, wie sie sind: eines öffnen, Start drücken und ändern, was man mag.</translation>
    </message>
    <message>
        <source>New network</source>
        <translation>Neues Netz</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Eine Datei öffnen …</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Projects that you save will be listed here.</source>
        <translation>Hier werden gespeicherte Projekte stehen.</translation>
    </message>
    <message>
        <source>Opens this project, saved %1.</source>
        <translation>Öffnet dieses Projekt, gespeichert %1.</translation>
    </message>
    <message>
        <source>Shows what is open (Esc does the same).</source>
        <translation>Zeigt, was offen ist (Esc tut dasselbe).</translation>
    </message>
    <message>
        <source>An empty drawing with an Input.</source>
        <translation>Eine leere Zeichnung mit einem Input.</translation>
    </message>
    <message>
        <source>A project, .percept or .json.</source>
        <translation>Ein Projekt, .percept oder .json.</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::TrainingPanel</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Against overfitting</source>
        <translation>Gegen Überanpassung</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Gradienten begrenzen</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Frühes Beenden</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Find a learning rate…</source>
        <translation>Eine Lernrate finden …</translation>
    </message>
    <message>
        <source>A range test: trains a copy of the network for a moment while the learning rate grows, and shows where the loss falls fastest.</source>
        <translation>Ein Lernratentest: trainiert kurz eine Kopie des Netzes, während die Lernrate wächst, und zeigt, wo der Loss am schnellsten fällt.</translation>
    </message>
    <message>
        <source>%1 act at once, also while it runs, and leave a mark on the curves. Other changes start a new run; the one before stays in the record.</source>
        <translation>%1 wirken sofort, auch während es läuft, und hinterlassen eine Marke an den Kurven. Andere Änderungen beginnen einen neuen Lauf; der vorige bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>Usual learning rate: %1</source>
        <translation>Übliche Lernrate: %1</translation>
    </message>
    <message>
        <source>This network has no Dropout layer. Drag one from the palette onto an edge, usually between two dense layers.</source>
        <translation>Dieses Netz hat keine Dropout-Schicht. Eine aus der Palette auf eine Kante ziehen, meist zwischen zwei Dense-Schichten.</translation>
    </message>
    <message>
        <source>in the one Dropout layer</source>
        <translation>in der einen Dropout-Schicht</translation>
    </message>
    <message>
        <source>in all %1 Dropout layers at once</source>
        <translation>in allen %1 Dropout-Schichten zugleich</translation>
    </message>
    <message>
        <source>keep_prob = 1 − rate = %1, %2.</source>
        <translation>keep_prob = 1 − Rate = %1, %2.</translation>
    </message>
    <message>
        <source>These data have no %1.</source>
        <translation>Diese Daten haben kein %1.</translation>
    </message>
    <message>
        <source>Off: all epochs are trained. The best epoch is kept in the record all the same.</source>
        <translation>Aus: Alle Epochen werden trainiert. Die beste wird trotzdem aufgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>Stops when %1 epoch(s) brought nothing better%2.</source>
        <translation>
            <numerusform>Endet, wenn %1 Epoche nichts Besseres brachte%2.</numerusform>
            <numerusform>Endet, wenn %1 Epochen nichts Besseres brachten%2.</numerusform>
        </translation>
    </message>
    <message>
        <source>, and goes back to the best weights</source>
        <translation>, und kehrt zu den besten Gewichten zurück</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change the dropout rate</source>
        <translation>Die Dropout-Rate ändern</translation>
    </message>
</context>
<context>
    <name>perceptarium::ui::Workbench</name>
    <message>
        <source>Loading was cancelled.</source>
        <translation>Das Laden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wieder getan: %1</translation>
    </message>
    <message>
        <source>Back at the beginning of the history.</source>
        <translation>Zurück am Anfang des Verlaufs.</translation>
    </message>
    <message>
        <source>Back at: %1</source>
        <translation>Zurück bei: %1</translation>
    </message>
    <message>
        <source>The data are being loaded</source>
        <translation>Die Daten werden geladen</translation>
    </message>
    <message>
        <source>Fit the network to the data</source>
        <translation>Das Netz an die Daten anpassen</translation>
    </message>
    <message>
        <source>To suit the data: %1.</source>
        <translation>Passend zu den Daten: %1.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation>%1 geöffnet.</translation>
    </message>
    <message>
        <source>Restore after a crash</source>
        <translation>Nach einem Absturz wiederherstellen</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 holds weights, not data: File ▸ Import weights reads it.</source>
        <translation>%1 enthält Gewichte, keine Daten: Datei ▸ Gewichte importieren liest sie.</translation>
    </message>
    <message>
        <source>%1 is a project, not data: File ▸ Open opens it.</source>
        <translation>%1 ist ein Projekt, keine Daten: Datei ▸ Öffnen öffnet es.</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird angesehen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Exported %1.</source>
        <translation>%1 exportiert.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Loaded %1 of %2 tensors from %3.</source>
        <translation>%1 von %2 Tensoren aus %3 geladen.</translation>
    </message>
    <message>
        <source>Opening run %1</source>
        <translation>Lauf %1 wird geöffnet</translation>
    </message>
    <message>
        <source>The data are still being loaded.</source>
        <translation>Die Daten werden noch geladen.</translation>
    </message>
    <message>
        <source>There are no data yet.</source>
        <translation>Es sind noch keine Daten da.</translation>
    </message>
    <message>
        <source>Training starts as soon as the data are loaded.</source>
        <translation>Das Training beginnt, sobald die Daten geladen sind.</translation>
    </message>
    <message>
        <source>Training stopped early: %1. Raise the patience (0: never stop early) to go on, or reset.</source>
        <translation>Das Training endete früh: %1. Zum Weitermachen die Geduld erhöhen (0: nie früh beenden), oder zurücksetzen.</translation>
    </message>
    <message numerus="yes">
        <source>All %n epoch(s) are done. Raise the number of epochs to go on, or reset.</source>
        <translation>
            <numerusform>Die eine Epoche ist fertig. Zum Weitermachen die Zahl der Epochen erhöhen, oder zurücksetzen.</numerusform>
            <numerusform>Alle %n Epochen sind fertig. Zum Weitermachen die Zahl der Epochen erhöhen, oder zurücksetzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Startwert</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Loading the data</source>
        <translation>Daten werden geladen</translation>
    </message>
</context>
</TS>
