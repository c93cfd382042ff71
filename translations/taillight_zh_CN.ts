<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ChartView</name>
    <message>
        <source>Export chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution in dots per inch:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other resolution…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy data (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export data as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over %2. %3. Left and right arrow keys go through the points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>The file is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged. Restore a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row that refers to another finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows refer to other rows that are not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of an imported file do not add up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row that was read is imported, rejected or dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title of validation or test occurs in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of validation or test have a title that also occurs in training: results may look better than they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every synthetic row comes from a training row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic rows come from rows outside training: the runs that used them cannot be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs are going on, or were interrupted and can be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareCharts</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to the baseline: %1, p (Holm) = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluated rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareControls</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets: %1. Change them on the Distribution stage; the results follow without training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run that the others are compared with, on the same rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;art</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows on which the runs are evaluated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric shown per bucket and per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One folder per checked run: weights, vocabulary, labels, model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One CSV file per checked run with the scores of the test rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown, HTML and JSON with every table, and the charts as SVG beside them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes every chart of this stage into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all charts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareExporter</name>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs side by side, bucket by bucket, with intervals and differences to a baseline; export of everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check one or more runs on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · split %2 · %3 part · bucket rule %4 · runs %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · baseline %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export models into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export predictions into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all charts into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train some runs first: compose recipes, queue them, and come back when they are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables behind the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run of the confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run whose confusion matrix is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix: rows are true classes, columns predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of the metric per bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of differences to the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of training rows against the score of each class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigForm</name>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set every field of this form to its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to set.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>%1 predicted as %2: %3 of %4 (%5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True class: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue and an event log, look at the rows that were refused, and divide the labelled items into training, validation and test before anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been imported yet. Choose a catalogue (one row per product) or an event log, or drop the file onto the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row was rejected. Rows that cannot be imported appear here with file, line, column and reason; none is lost silently.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue or an event log (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue or an event log: CSV or TSV, plain, .gz or .zst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rejected line as it stands in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see the line as it stands in the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the training &amp;engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the engine module, which may take some seconds, and says what it finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not loaded (it is opened when it is first needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taillight: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt: %1 (built with %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display: %1, scale %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locale: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training engine: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the training engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2; devices: %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistributionCharts</name>
    <message>
        <source>%1
rank %2, support %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>power law, α = %1 (support ≥ %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many have how much support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support (%1), logarithmic bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support %1: %2 entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank and support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lorenz curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of entities, ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gini %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of support of the first ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head | mid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mid | tail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DistributionPanel</name>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to count. Drag the borders between head, mid and tail on the rank charts; every number in the program follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · split %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · buckets %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to count here yet. Import a catalogue or a log in the Data stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are more than can be selected at once; select at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them, also those without support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum over all entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest support / smallest positive support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gini</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: all alike; towards 1: one has everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalised entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entropy / ln(entities); 1: all alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exp(entropy): as many entities with equal support would be as diverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL to uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ln(entities) − entropy, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the top 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all support, by the largest 1 % of entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the top 20 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all support, by the largest 20 % of entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Entity:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measure:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Buckets:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is counted: items, categories, brands, users, queries or classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What counts as support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How entities are put into head, mid and tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border between head and mid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border between head and mid; it can also be dragged on the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border between mid and tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border between mid and tail; it can also be dragged on the charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the bucket rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default borders of this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank and support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lorenz curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indices of imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name or title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only entities whose name or title contains this text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled. Everything is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: there is no such file. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a directory. Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty. Choose a file with a header row and data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no text file (it holds binary data). Export it as CSV in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged or ends too early: {detail}. Get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {detail} cannot be read. Use CSV or TSV, plain, .gz or .zst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not UTF-8: {detail}. Convert it to UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: a quote that opens here is never closed. Close it, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no header row with column names. Add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no row that could be used. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no column “{column}”. It has: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{value}” to map to. The fields are: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: no column was found for the field “{detail}”. Map one to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, column “{column}”: “{value}” is not {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no valid JSON: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no parameter “{column}” here. There are: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{column}” is {value}; it must be {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no strategy “{value}”. There are: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is no choice for {column}. Choose one of: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a Taillight project. Choose a .taillight file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was written by a newer Taillight ({detail}). Update the program to open it; it was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is already open in another window or program. Close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged: {detail}. Restore a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is open for reading only, so nothing can be changed in it. Check its permissions. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} already exists. Choose another name, or remove it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {value} in this project. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no split “{value}” in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no train/validation/test split yet. Make one first. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data for this: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few rows: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The split “{value}” is used by runs ({detail}) and stays as it is. Make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs the engine module, which could not be opened: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device “{value}” is not available: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory: {detail}. Use a smaller batch or model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be written: the disk is full. Free some space; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be written: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a model that can be loaded: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged: {detail}. Use a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Taillight: {detail}. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExperimentBox</name>
    <message>
        <source>Give the experiment a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check at least one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds are whole numbers, such as 1, 2, 5-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs: %1 (recipes: %2, models: %3, seeds: %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is empty: the recipe above is queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without ERM there is no plain baseline to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment: recipes × models × seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the experiment: its runs are listed under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes of the experiment; double click or Enter opens one in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the chosen recipe out of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the recipe from the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add ERM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds plain training without any remedy: the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add ERM, the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and training parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One run per seed: whole numbers and ranges, such as 1, 2, 5-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the runs train: the processor, or a CUDA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open experiment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads an experiment from a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the experiment as a JSON file, which taillight-cli run understands too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts all runs into the queue and goes to the Runs stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Item number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What tells items apart. Without it the rows are numbered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that models learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer text about the item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or path of the category, such as Electronics &gt; Phones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand or maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class to learn, where it is not the category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the item that the row is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the item, for items that no catalogue names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the user, customer or session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impression, click, cart, purchase, search or review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the user had searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pieces; negative for a return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevance label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rating or relevance that was given to the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place on the result page, from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order or invoice; a number that starts with C marks a cancellation.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>File to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.csv.gz *.tsv.gz *.csv.zst *.tsv.zst);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the head of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3 columns%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shown can be imported. Rows that cannot are listed with line, column and reason afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file. Nothing is imported before you press Import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. What is in it (the first rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Which column serves which field (* required)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or TSV, plain, .gz or .zst, in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a path and press Enter, or choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delimiter:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue (one row per product)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log (one row per event)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rows of the file are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character between two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import all rows in one transaction: everything or nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemRowsModel</name>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Writing the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resamples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing the split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>+%1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or continue this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this job; the project stays as it was before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsDock</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has run yet. Imports, splits and training appear here with their progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel every job that runs or waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the jobs that have ended from this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDock</name>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been logged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty this view; the log file keeps everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Taillight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Taillight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No split yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The split that support, training and comparison refer to; choose it in the Data stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buckets: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bucket rule behind every number shown; change it in the Distribution stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an empty project file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project file (.taillight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;sample project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate a small shop with a long tail and make a project of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a catalogue or an event log (CSV, TSV, .gz, .zst)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export all charts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write every chart of all stages into a folder (PNG, SVG, PDF or CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the project and show the start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window; asks when something is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change of the selection that was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing: every chart and table is shown plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the rows behind the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window in English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window in Simplified Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compose a recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the Recipe stage, where experiments are started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue the &amp;sample experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue a first comparison: no remedy, class weights, balanced softmax, each with the small model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause or continue the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the running job where it can be paused, or let it go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the running job; the project stays as it was before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel a&amp;ll jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel every job that runs or waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the sample shop, or make a project and import a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is this &amp;stage for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what can be done in the stage shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, paths and the training engine, to copy into a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Taillight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taillight projects (*.taillight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written to, so it is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the project that is open. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data is imported into a project: make one first, the import follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all charts into this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which format?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no chart with data yet. Look at the Distribution or Compare stage first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 charts were written to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Taillight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Taillight %1&lt;/h3&gt;&lt;p&gt;A workbench for long-tailed e-commerce data: see the tail, compose a remedy, train, compare.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is still running. Closing cancels it; the project stays as it was before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel jobs and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>purchase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later row completes the earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject the later row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out the later row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out repetitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column for %1, required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(choose a column)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(not in the file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows without a kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of rows that name none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a row is when the file has no kind column, or the row none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with repeated rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue: rows with an id seen before. Log: rows equal in every mapped field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>+%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Models of the experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParamEditor</name>
    <message>
        <source>Range: %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range: %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range: %1 or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <source>%1 of the %2 rows shown have no usable value in “%3” (first: line %4, “%5”); such rows are rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is imported as “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeEditor</name>
    <message>
        <source>“%1” is in the recipe already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” replaces “%2”: a recipe has one step of the kind “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reci&amp;pe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name under which its runs are listed; proposed from the steps until you write one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again with an empty recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No remedy: plain training (ERM), the baseline of every comparison.

Add strategies from the left by double click, Enter or drag, or choose a ready-made recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add recipe to the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the recipe into the experiment below; one of the same name is updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add recipe to the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePalette</name>
    <message>
        <source>&amp;Ready-made recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready-made recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from a ready-made recipe; it replaces the steps of the current one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search strategies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click, Enter or drag adds a strategy to the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the chosen strategy to the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds the chosen strategy to the recipe (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose a remedy from augmentation, sampling, loss and correction, and see its effect before training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project open. Open one, or make one on the Data stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipePreview</name>
    <message>
        <source>Open a project, or make one on the Data stage: then the effect of the recipe shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a split on the Data stage: then the effect of the recipe shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · split %2 · training rows · bucket rule %3 · no run: computed from the recipe “%4”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an augmenter to see samples of the texts it makes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per epoch: &lt;b&gt;%1 → %2&lt;/b&gt; · rarest class: &lt;b&gt;%3 → %4&lt;/b&gt; · largest to rarest: &lt;b&gt;%5 → %6&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · synthetic rows: &lt;b&gt;%1&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Double correction: the rarest class “%1” counts %2 times as much as the largest, but is only %3 times rarer. Sampling, loss weight and prior add up: remove one of them, or lower its strength.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ No double correction: the rarest class “%1” counts %2 times as much as the largest and is %3 times rarer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The augmenters of this recipe make no row on this split: no class is rare enough for them. Change their limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect on the training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmented texts: removed words struck through, added words underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmented texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of training rows per class before and after the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of the double-correction meter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeStepCard</name>
    <message>
        <source>Remove “%1” from the recipe</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reject</name>
    <message>
        <source>The row has fewer columns than the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has more columns than the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds a NUL byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is text after a closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A required value is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is not a number that fits here (prices and positions: 0 or more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is not a date or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is not a kind of event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier row has the same id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RejectModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>Copy the table “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the table in the order shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowsDock</name>
    <message>
        <source>Open a project to see its rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All items: %1. Select something to see the rows behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 items behind the selection (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows behind the selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPickModel</name>
    <message>
        <source>%1
Experiment: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPicker</name>
    <message>
        <source>Runs to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked runs are compared (Space checks the current one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks every run shown in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check all runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes every run shown in the list out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check no run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunQueueModel</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsHistory</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs trained; in brackets the best one, which is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing a run shows its curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with an interrupted run from its last epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume the interrupted run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the run, its predictions and its model from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the run from the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the Compare stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue of trainings with live curves; pause, stop and keep the best epoch, discard, resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: %1 · %2 · seed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 with its predictions and its model from the project? This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose a recipe, choose a model and seeds, and press “Queue runs” on the Recipe stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of the training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of the validation recall per bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart of the throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · split %2 · validation · bucket rule %3 · run %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · seed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 epochs, best %3 · %4 · %5 rows/s · %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run in one of the lists.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsQueueBox</name>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The queue is empty. “Queue runs” on the Recipe stage fills it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting runs can be dragged to another place, or moved with Alt+Up and Alt+Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses the running training, or goes on with it (Space in the queue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause or resume the running training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop, keep best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the running training now and keeps its best epoch as the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running training and keep its best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the running training and stores no result of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the running training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the waiting run up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the waiting run up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the waiting run down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the waiting run down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the chosen run out of the queue (Delete); results in the project stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen run from the queue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionDock</name>
    <message>
        <source>Nothing is selected. Click a point in a chart or a row in a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 selected, the first %3 are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selects anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intersects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a click in a chart changes the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change of the selection (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the change of the selection (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected entities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionModel</name>
    <message>
        <source>Change selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 rows read = %3 imported + %4 rejected + %5 left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancellations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows without a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows with price 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows with a negative quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items with several titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeated rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitClassModel</name>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitEditor</name>
    <message>
        <source>Making a split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split “%1”: %2 training, %3 validation and %4 test rows in %5 classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 validation or test rows have a title that also occurs in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing a split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the split; empty: numbered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train : validation : test:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the labelled items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tratified:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By class: every class is divided in the same ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same data, settings and seed give the same split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Long-tailed version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long-tailed version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin out training rows along a long-tailed profile, with as many test rows for every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance ratio:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows of the largest class / of the smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest class:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows of the largest class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test per class:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test rows of every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation per class:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation rows of every class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half of test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the rows fall from the largest class to the smallest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide the labelled items once and for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen split; one that runs use stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No split yet. Import items with a label or category, then press “Make split”: it is fixed before any resampling, so nothing leaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per class</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitModel</name>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, made %2, seed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation and test rows whose title also occurs in training.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageRail</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import catalogues and logs, look at rejected rows, make a split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See how few entities own the data, and set the bucket borders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose a remedy and see its effect before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train: queue, live curves, pause and stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read off, bucket by bucket, what a remedy gained and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>%1   in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shine a light on the long tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a catalogue and a behaviour log, see how few items, classes, brands and users own the data, compose a remedy, train with it, and read off what it gained in the tail and cost in the head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the &amp;sample shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generates a small shop with a long tail, imports it into a new project and splits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes an empty project file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a project file (.taillight)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop a project, or a CSV or TSV file (plain, .gz or .zst), onto the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strategy</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the catalogue; at least one for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users who search; some of them often, most of them rarely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the log: impressions, clicks, carts and purchases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaf categories, from large to small by Zipf’s law.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponent s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popularity of the item of rank r: p(r) ∝ 1/(r+q)^s (Zipf–Mandelbrot).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flattens the head of p(r) ∝ 1/(r+q)^s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the items whose category and label are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position bias b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A result at position k is looked at with probability 1/k^b.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the words that change places; 0 = never swap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the words that are left out; 0 = never delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words put in, as a share of the words there are: synonyms where there is a file of them, else words of other titles of the class; 0 = never insert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the words replaced by a synonym from the file; 0 = never replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of synonyms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8 text, one group of synonyms a line, separated by tabs or commas; lines with # are comments. May stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes get new rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bucket rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes are mid and tail: share:0.8,0.95, shots:100,20, thresholds:1000,100 or quantiles:0.2,0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the largest class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are added until the class has this share of the largest class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most copies per row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row is the parent of more than this many new rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word edits (EDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows for small classes: words of a training title are swapped, deleted, inserted or replaced by synonyms. Model names and numbers stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy of z + ln n in training, plain z in prediction: the model need not learn how frequent the classes are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverse: 1/n; inverse_sqrt: 1/√n; effective_number: (1 − β)/(1 − βⁿ), with n = training rows of the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by effective_number only: 0 weights all classes alike, values near 1 come close to 1/n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy in which rows of rare classes count more. The weights average 1 over the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy (no remedy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row counts the same: l = −ln p of the true class. The baseline of all comparisons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focusing γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly easy rows are played down; 0 = plain cross entropy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, or class weights as in the strategy “Class weights” on top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that are already right count less: l = −(1 − p)^γ ln p over the softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength τ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 = plain cross entropy, 1 = balanced softmax, more favours the tail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit-adjusted loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy of z + τ ln π in training, plain z in prediction, with π = the class&apos;s share of the training rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 = no correction, 1 = as if all classes were equally frequent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-hoc logit adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicts the class with the largest z − τ ln π after training; nothing is trained anew. π = the class&apos;s share of the training rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class-balanced sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every epoch draws each class equally often, whatever its size (p ∝ n⁰).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes are filled up to this share of the largest class: 1 = all alike, 0 = nothing is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random oversampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats rows of small classes, drawn at random, before training. Every original row stays once at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times the smallest class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each class is cut to at most this many times the smallest class: 1 = all alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random undersampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops rows of large classes, chosen at random, before training: quick, but most of the head is not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square-root sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every epoch draws classes by the square root of their size (p ∝ √n): half-way to balance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ERM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oversampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undersampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse class weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square-root class weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective-number weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation + balanced softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training rows at most; 0 = the model&apos;s default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per step; 0 = the model&apos;s default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest step size of AdamW; 0 = the model&apos;s default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoupled weight decay of AdamW.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of all steps with a rising learning rate; linear decay follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest global gradient norm; 0 = no clipping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs without a better validation metric before training stops; 0 = never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the best epoch and stops early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model reads of an item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash buckets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the embedding table; n-grams are hashed into them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers per n-gram.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word n-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 = no words, 1 = words, 2 = words and pairs of neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest character n-gram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In characters, inside words with marks at their ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest character n-gram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In characters; 0 = no character n-grams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of numbers set to zero in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of n-grams or pieces left out of each row in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bag of n-grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashed word and character n-grams, summed, under a linear head. Trains in seconds and reads any language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subword pieces learnt from the training texts, at most; fewer when these are few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers per token in every layer; a multiple of the heads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transformer encoder layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention heads per layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed-forward size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner width of each layer&apos;s feed-forward part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts are cut after this many pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small transformer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A two-layer transformer encoder trained from scratch, with a subword vocabulary learnt from the training texts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Reading splits and runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::CompareCharts</name>
    <message>
        <source>%1 [%2, %3]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points [%2, %3]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per bucket, 95 % intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to the baseline, 95 % intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check a second run to see its difference to the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a baseline on the left to see differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2: %3
p (Holm) = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of each class against its training rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)
%3: %4
training rows %5, evaluated rows %6</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::PanelText</name>
    <message>
        <source>%1 · %2 · seed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of support: head to %1, mid to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shots: head above %1, tail below %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thresholds: head from %1, mid from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantiles of entities: head to %1, mid to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RecipeCharts</name>
    <message>
        <source>Classes, most rows first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training rows per class, before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-correction meter: what boosts each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Combined</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RecipeText</name>
    <message>
        <source>Augmenter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-hoc correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes new training rows from old ones, before everything else. Several may follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats or leaves out training rows once, before training. One at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the rows of each epoch anew. One at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training minimises. One at most; none is plain cross entropy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrects the trained scores. One at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RunCharts</name>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points appear here as the run trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation recall per bucket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best epoch by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
