#!/bin/bash
# The command line as a script would use it: bash tests/app/command_line_test.sh path/to/perceptarium
# Prints "ok NAME" or "not ok NAME" for each behaviour.
set -u
program=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME=$work/data HOME=$work
cd "$work"

bad=0
# check NAME COMMAND…: the command must succeed.
check() {
    local name=$1
    shift
    if "$@" > "$work/check.log" 2>&1; then echo "ok $name"; else
        echo "not ok $name"
        sed 's/^/  /' "$work/check.log" | tail -n 8
        bad=1
    fi
}
p() { "$program" "$@"; }
# exits CODE ARGUMENTS…: the program ends with that code.
exits() {
    local wanted=$1 code=0
    shift
    p "$@" > out.txt 2> err.txt || code=$?
    [ "$code" = "$wanted" ] || { echo "exit code $code, expected $wanted"; cat err.txt; return 1; }
}
# says TEXT CODE ARGUMENTS…: … with one line on stderr that holds TEXT.
says() {
    local text=$1
    shift
    exits "$@" || return 1
    grep -qF -- "$text" err.txt || { echo "stderr does not hold '$text':"; cat err.txt; return 1; }
    [ "$(wc -l < err.txt)" = 1 ] || { echo "more than one line:"; cat err.txt; return 1; }
}
# json FILE EXPRESSION: a Python expression over the parsed file `j` (a list of objects for .jsonl) holds.
json() {
    python3 - "$1" "$2" <<'PY'
import json, math, sys
text = open(sys.argv[1]).read()
j = [json.loads(line) for line in text.splitlines()] if sys.argv[1].endswith(".jsonl") else json.loads(text)
assert eval(sys.argv[2]), sys.argv[2]
PY
}

# --- wrong usage is 2, failure is 1 and one line that names the place -------------------------------------------------
check helpIsNoError exits 0 --help
check versionNeedsNoDisplay exits 0 --version
check unknownOptionIsWrongUsage exits 2 train spiral --colour red
check missingProjectIsWrongUsage exits 2 train
check badNumberIsWrongUsage exits 2 train spiral --epochs none
check unknownListIsWrongUsage exits 2 list colours
check unknownProjectIsNamed says "no-such-project" 1 train no-such-project --quiet
check unknownEndingIsRefusedBeforeTraining says "weights.txt" 1 train spiral --quiet --export weights.txt
check missingFolderIsRefusedBeforeTraining says "nowhere/a.onnx" 1 train spiral --quiet --export nowhere/a.onnx
mkdir -p folder.onnx
check aFolderIsNoExport says "folder.onnx" 1 train spiral --quiet --export folder.onnx
check missingFolderOfTheProjectIsRefusedBeforeTraining says "nowhere/a.percept" 1 train spiral --quiet --epochs 300 --save nowhere/a.percept
check missingDataIsNamed says "not-there.csv" 1 train table --quiet --data not-there.csv
check untrainedProjectCannotBeEvaluated says "never trained" 1 evaluate spiral --json
check unknownRunIsNamed says "4711" 1 resume 4711 --quiet

printf '{"perceptarium": 1,\n "network": {"nodes": [\n  {"layer": "input"},\n  {"layer": "dense", "settings": {"unitz": 3}}\n]}}\n' > typo.json
check handWrittenMistakeNamesLineAndField says "typo.json:4" 1 describe typo.json

printf '{"perceptarium": 1, "name": "n", "network": {"nodes": [{"layer": "input"}, {"layer": "dense", "settings": {"units": 7}}]}, "data": {"source": "points"}}\n' > misfit.json
check aDrawingThatCannotTrainNamesTheProject says "misfit.json" 1 train misfit.json --quiet --epochs 1
check whatAProjectCannotHoldIsWrongUsage exits 2 train spiral --learning-rate 5000

# --- lists ------------------------------------------------------------------------------------------------------------
for what in layers initializers losses metrics optimizers schedules regularizers clipping settings sources projects blocks; do
    check "list_$what" exits 0 list $what --json
    cp out.txt list_$what.json
done
check listOfLayersHasSettings json list_layers.json '{"dense", "conv2d", "add"} <= {r["id"] for r in j} and all(r["meaning"] for r in j)'
check listOfSchedulesHasSettings json list_schedules.json '{"constant", "cosine", "one-cycle", "plateau", "hand-drawn"} <= {r["id"] for r in j} and all(r["formula"] for r in j) and any(s["name"] == "warmup" for s in next(r for r in j if r["id"] == "cosine")["settings"])'
check listOfOptimizersHasAdamw json list_optimizers.json '{"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"} == {r["id"] for r in j}'
check listOfProjectsStartsWithLenet json list_projects.json 'j[0]["id"] == "lenet-digits" and len(j) >= 7'
for project in $(python3 -c 'import json; print(*[r["id"] for what in ("projects", "blocks") for r in json.load(open(f"list_{what}.json"))])'); do
    check "describe_$project" exits 0 describe "$project" --json
    cp out.txt describe.json
    check "describe_${project}_isValid" json describe.json 'not j["findings"] and j["parameters"] == sum(n["parameters"] for n in j["nodes"])'
done

check describeCountsWork json describe.json 'j["multiply_adds"] == sum(n["multiply_adds"] for n in j["nodes"]) and j["bytes"] == sum(n["bytes"] for n in j["nodes"]) and j["text"]'

printf '{"perceptarium": 1, "name": "marks", "network": {"nodes": [{"layer": "input"}, {"layer": "dense", "frozen": true, "settings": {"units": 5}}, {"layer": "relu", "bypassed": true}, {"layer": "dense", "settings": {"units": 2}}], "frames": [{"text": "all", "corner": [0, 0], "size": [99, 99]}]}, "data": {"source": "points"}, "training": {"epochs": 2}}\n' > marks.json
check describeCountsFrozenAndBypassed exits 0 describe marks.json --json
cp out.txt describe.json
check describeSaysWhichAreFrozenAndBypassed json describe.json 'j["parameters"] == 27 and j["frozen"] == 15 and j["trainable"] == 12 and j["nodes"][1]["frozen"] and j["nodes"][2]["bypassed"] and "frozen" not in j["nodes"][3]'
check aFrozenLayerIsTrainedAround exits 0 train marks.json --quiet --threads 1 --export marks.npz
check itsStartIsExported exits 0 export marks.json start.npz
check aFrozenLayerKeepsItsStartAndTheOtherLearns python3 -c 'import zipfile as z; a, b = z.ZipFile("marks.npz"), z.ZipFile("start.npz"); assert all((a.read(n) == b.read(n)) == n.startswith("dense1.") for n in a.namelist() if n.startswith("dense")), a.namelist()'

# --- networks as text, and fixes -----------------------------------------------------------------------------------------
check describesInATable exits 0 describe lenet-digits
check describeMarksNoTotal sh -c '! grep -q frozen out.txt && grep -q "^Total" out.txt'
check describesAsText exits 0 describe lenet-digits --text
check lenetIsOneLine grep -q '^input > conv 16 5x5 same > relu > pool > conv 32 5x5' out.txt
check makesAProjectFromText exits 0 new made.json --from-text "28x28x1 > conv 4 5x5 > relu > maxpool 2 > dense 7" --set epochs=1
check textWithAMistakeSaysWhere says "column 11" 1 new bad.json --from-text "28x28x1 > cnov 4"
check aFailedNewLeavesNothing test ! -e bad.json
check describesFixes exits 0 describe made.json --fixes
check theFixesAreListed grep -q 'fix: Insert a Flatten before “dense”' out.txt
check describesFixesAsJson exits 0 describe made.json --fixes --json
cp out.txt fixes.json
check fixesAreInTheJson json fixes.json 'j["problems"][0]["rule"] == "input" and len(j["problems"][0]["fixes"]) >= 2'
check fixesIt exits 0 fix made.json --out fixed.json
check saysWhatItDid grep -q 'Set the units of “dense” to 10' out.txt
check theFixedProjectTrains exits 0 train fixed.json --quiet --epochs 1 --threads 1 --set batchSize=512
check fixNeedsAnOut exits 2 fix made.json

# --- train, evaluate, predict, export -----------------------------------------------------------------------------------
check trainsAndWritesEverything exits 0 train spiral --quiet --epochs 60 --seed 3 --threads 1 --metrics m.jsonl --save spiral.percept --export s.onnx --export s.safetensors --export s.npz
check quietIsQuiet test ! -s err.txt
check metricsHaveOneObjectAnEpoch json m.jsonl '[r["epoch"] for r in j] == list(range(1, 61)) and all(0 <= r["train"]["accuracy"] <= 1 and "dev" in r for r in j)'
check spiralLearns json m.jsonl 'j[-1]["dev"]["accuracy"] > j[0]["dev"]["accuracy"] and j[-1]["train"]["loss"] < j[0]["train"]["loss"]'
check everyLineHasEverySet json m.jsonl 'all(r.keys() >= {"epoch", "seconds", "samples_per_s", "train", "dev", "test"} for r in j)'
check exportsAreThere test -s s.onnx -a -s s.safetensors -a -s s.npz
check evaluatesTheSavedProject exits 0 evaluate spiral.percept --split dev --json
cp out.txt e.json
python3 -c 'import json; print(json.loads(open("m.jsonl").read().splitlines()[-1])["dev"]["accuracy"])' > accuracy.txt
check evaluationEqualsTheLastEpoch json e.json 'abs(j["accuracy"] - float(open("accuracy.txt").read())) < 1e-9'
check exportsAgain exits 0 export spiral.percept again.safetensors again.npz
check exportingAgainGivesTheSameBytes cmp s.safetensors again.safetensors
check sameSeedSameBytes exits 0 train spiral --quiet --epochs 60 --seed 3 --threads 1 --export second.safetensors
check sameSeedSameWeights cmp s.safetensors second.safetensors
check anotherSeedOtherWeights exits 0 train spiral --quiet --epochs 1 --seed 4 --threads 1 --export third.safetensors
check otherWeightsDiffer bash -c '! cmp -s s.safetensors third.safetensors'
check gradientsAgree exits 0 gradcheck spiral --json
cp out.txt g.json
check gradientsAgreeTo1e7 json g.json '0 < j["worst"] <= 1e-7 or j["worst"] == 0'

cat > blocks.json <<'JSON'
{"perceptarium": 1, "name": "blocks",
 "network": {"blocks": [{"name": "Hidden", "settings": [{"name": "units", "default": 8, "drives": ["dense.units"]}],
                         "nodes": [{"layer": "block-input"}, {"layer": "dense", "name": "dense"}, {"layer": "tanh", "name": "tanh"}]}],
             "nodes": [{"layer": "input"}, {"layer": "block/Hidden", "name": "hidden", "settings": {"repeat": 2}},
                       {"layer": "dense", "name": "last", "settings": {"units": 1}}]},
 "data": {"source": "points", "settings": {"set": "spirals"}}, "training": {"epochs": 30, "learningRate": 0.01}}
JSON
check describesBlocksLaidOut exits 0 describe blocks.json --json
cp out.txt b.json
check innerNodesAreNamedAfterTheBlock json b.json '[n["name"] for n in j["nodes"]][1:5] == ["hidden/1/dense", "hidden/1/tanh", "hidden/2/dense", "hidden/2/tanh"] and not j["findings"]'
check setsABlocksSetting exits 0 train blocks.json --quiet --set hidden.units=5 --set hidden.repeat=3 --metrics bm.jsonl --save b.percept --export b.onnx --export b.safetensors
check blocksLearn json bm.jsonl 'j[-1]["train"]["loss"] < j[0]["train"]["loss"]'
check blocksGoOnFromAFile exits 0 evaluate b.percept --json
check gradientsThroughBlocksAgree exits 0 gradcheck blocks.json --json
cp out.txt g.json
check gradientsThroughBlocksAgreeTo1e7 json g.json '0 <= j["worst"] <= 1e-7'
sed 's/"block-input"/"block\/Hidden"/' blocks.json > loop.json
check aBlockThatHoldsItselfIsNamed says "holds itself" 1 train loop.json --quiet

printf 'height,colour,kind\n' > t.csv
for i in $(seq 60); do printf '%d,red,big\n%d,green,small\n' $((100 + i)) "$i"; done >> t.csv
check trainsOnATable exits 0 train table --quiet --data t.csv --target kind --epochs 60 --save t.percept --metrics t.jsonl
check quietIsQuietWhereTheNetworkWasFitted test ! -s err.txt
check theTableIsLearnt json t.jsonl 'j[-1]["train"]["accuracy"] == 1.0'
printf 'height,colour\n150,red\n3,green\n' > new.csv
check predictsRowsWithoutTarget exits 0 predict t.percept --input new.csv --json
cp out.txt p.jsonl
check predictionsAreRight json p.jsonl '[r["label"] for r in j] == ["big", "small"] and all(abs(sum(r["output"]) - 1) < 1e-4 and sorted(r["names"]) == ["big", "small"] for r in j)'
check aNumberIsLearntToo exits 0 train table --quiet --data t.csv --target height --epochs 60 --metrics n.jsonl --save n.percept
check errorsAreInOwnUnits json n.jsonl '1 < j[-1]["dev"]["mae"] < 60 and j[-1]["train"]["loss"] < 1'
printf 'colour,kind\nred,big\ngreen,small\n' > new2.csv
check predictsNumbers exits 0 predict n.percept --input new2.csv --json
cp out.txt p.jsonl
check numbersAreInOwnUnits json p.jsonl '100 < j[0]["label"] < 165 and 0 < j[1]["label"] < 65 and j[0]["names"] == ["height"]'
check numbersAreReadable exits 0 predict n.percept --input new2.csv
check theTextSaysTheColumn grep -q '^new2.csv:2: height 1' out.txt
printf 'kind,colour,height\n' > tall.csv
for i in $(seq 20); do printf 'big,red,%d\n' $((1000 + i)); done >> tall.csv # all of them about 870 above what is answered
check evaluatesOnAnotherTable exits 0 evaluate n.percept --data tall.csv --json
cp out.txt e.json
check itsErrorsAreOfTheTrainedScale json e.json '830 < j["mae"] < 910 and j["examples"] == 20 and j["loss_units"] == "standardized target"'
printf '1,red,big,7\n2,green,small,8\n' > bare.csv
check aBareTableOfAnotherWidthIsRefused says "or 2 without height" 1 predict n.percept --input bare.csv
check theNumberIsLearnt json n.jsonl 'j[-1]["train"]["loss"] < 0.3 * j[0]["train"]["loss"]'
p runs --json > runs.json
run=$(python3 -c 'import json; print(max(r["run"] for r in json.load(open("runs.json"))))')
check aRunGoesOnFromAnotherFolder bash -c "mkdir -p elsewhere && cd elsewhere && '$program' resume $run --quiet --epochs 61"
check unrecordedRunsSaySo bash -c "XDG_DATA_HOME=/proc/nowhere '$program' train spiral --quiet --epochs 1 2>&1 | grep -q 'not recorded'"
check fullDiskForMetricsKeepsTheWeights says "/dev/full" 1 train spiral --quiet --epochs 1 --metrics /dev/full --save kept.percept
check theWeightsAreKept exits 0 evaluate kept.percept --json
check unknownTargetIsNamed says "weight" 1 train table --quiet --data t.csv --target weight

# --- settings by name, schedules, early stopping, the learning-rate test ---------------------------------------------------
check setIsTheSameAsTheOption exits 0 train spiral --quiet --set epochs=60 --set seed=3 --set threads=1 --export set.safetensors
check setGivesTheSameBytes cmp s.safetensors set.safetensors
check setReachesNodesAndParts exits 0 train spiral --quiet --epochs 3 --set optimizer=adamw --set optimizer.weightDecay=0.1 --set schedule=cosine --set schedule.warmup=1 --set clipNorm=1 --set l1=0.001 --set maxNorm=3 --set dense1.units=5 --save set.percept --metrics set.jsonl
check settingsAreSaved python3 -c 'import json, zipfile; t = json.loads(zipfile.ZipFile("set.percept").read("project.json"))["training"]; assert (t["optimizer"], t["optimizerSettings"]["weightDecay"], t["schedule"], t["scheduleSettings"]["warmup"], t["clipNorm"], t["maxNorm"]) == ("adamw", 0.1, "cosine", 1, 1, 3), t'
check theCostHasThePenalty json set.jsonl 'all(r["train"]["cost"] > r["train"]["loss"] for r in j)'
p new wide.json --from-text "28x28x1 > conv1 4 5x5 > relu > maxpool 2x3 > flatten > dense 10" --set conv1.kernel=3x5 --set conv1.stride=1x2 > wide.log 2>&1
check rowsAndColumnsAreSaved python3 -c 'import json; n = json.load(open("wide.json"))["network"]["nodes"]; s = {x["name"]: x.get("settings") for x in n}; assert s["conv1"]["kernel"] == [3, 5] and s["conv1"]["stride"] == [1, 2] and s["maxpool"]["size"] == [2, 3], s'
check describesRowsAndColumns exits 0 describe wide.json --text
check rowsAndColumnsAreWritten grep -qF "conv1 4 3x5 1x2 > relu > maxpool 2x3" out.txt
check setErrorsNameTheSide says "columns" 1 new wide2.json --from-text "28x28x1 > conv1 4 > dense 2" --set conv1.kernel=3x0
check setErrorsNameTheKey says "did you mean epochs?" 1 train spiral --quiet --set epoch=3
check setErrorsNameTheChoice says "did you mean adam" 1 train spiral --quiet --set optimizer=adm
check setErrorsNameTheNode says "did you mean dense1?" 1 train spiral --quiet --set dens1.units=4
check setErrorsNameTheRange says "schedule.warmup" 1 train spiral --quiet --set schedule=cosine --set schedule.warmup=-1
check setWithoutAValueSaysHow says "KEY=VALUE" 1 train spiral --quiet --set epochs
check setBooleansAreChecked says "true or false" 1 train spiral --quiet --set restoreBest=perhaps

check stopsEarly exits 0 train spiral --epochs 400 --set learningRate=0.3 --set patience=5 --seed 3 --threads 1 --metrics early.jsonl --save early.percept
check saysWhyItStopped grep -q "stopped early: nothing better than the dev loss .* for 5 epochs; its weights are back" err.txt
check stoppedAfterThePatience json early.jsonl 'len(j) < 400 and min(range(len(j)), key=lambda i: j[i]["dev"]["loss"]) == len(j) - 6'
check evaluatesTheBest exits 0 evaluate early.percept --split dev --json
cp out.txt e.json
check theBestWeightsAreBack json e.json 'abs(j["loss"] - min(json.loads(l)["dev"]["loss"] for l in open("early.jsonl"))) < 1e-9'
p runs --json > runs.json
run=$(python3 -c 'import json; print(max(r["run"] for r in json.load(open("runs.json"))))')
check theRecordSaysWhy json runs.json 'max(j, key=lambda r: r["run"])["reason"].startswith("stopped early: nothing better")'
check exportsTheBestOfARun exits 0 export "$run:best" best.safetensors
check exportsTheProjectsWeights exits 0 export early.percept back.safetensors
check theBestOfTheRunIsWhatCameBack cmp best.safetensors back.safetensors
check evaluatesARun exits 0 evaluate "$run:last" --split dev --json
check aRunGoesOnWithMorePatience exits 0 resume "$run" --quiet --set patience=7 --metrics more.jsonl
check morePatienceWentFurther json more.jsonl 'len(j) > len(open("early.jsonl").readlines())'
check aRunKeepsItsSettings says "optimizer=sgd" 1 resume "$run" --quiet --set optimizer=sgd
check unknownRunsBestIsNamed says "no such run" 1 export 4711:best x.npz

check testsLearningRates exits 0 lr-test mlp-digits --steps 60 --json
cp out.txt lr.json
check theTestRisesAndSuggests json lr.json 'len(j["points"]) > 20 and all(a["learning_rate"] < b["learning_rate"] for a, b in zip(j["points"], j["points"][1:])) and 1e-5 < j["suggested"] < j["lowest"]'
check testsFromATrainedProject exits 0 lr-test spiral.percept --steps 30
check theRangeMustRise says "rise" 1 lr-test spiral --from 1 --to 0.1 --json

# --- a small IDX set, written here, from the files to the answer ----------------------------------------------------------
mkdir "pictures é"
python3 - "pictures é" << 'PY'
import gzip, random, struct, sys
random.seed(1)
def write(name, magic, sizes, bytes_):
    with gzip.open(f"{sys.argv[1]}/{name}.gz", "wb") as f: f.write(struct.pack(">I" + "I" * len(sizes), magic, *sizes) + bytes_)
for part, n in (("train", 300), ("t10k", 60)):
    labels = [i % 3 for i in range(n)]
    pixels = bytearray()
    for label in labels:  # a bright bar at a place that its class decides
        for row in range(12):
            for column in range(12):
                on = label * 4 <= column < label * 4 + 4
                pixels.append(random.randint(150, 255) if on else random.randint(0, 90))
    write(f"{part}-images-idx3-ubyte", 0x803, [n, 12, 12], bytes(pixels))
    write(f"{part}-labels-idx1-ubyte", 0x801, [n], bytes(labels))
PY
check trainsOnIdx exits 0 train mlp-digits --quiet --data "pictures é" --epochs 5 --save idx.percept --export idx.onnx --metrics idx.jsonl
check idxIsLearnt json idx.jsonl 'j[-1]["test"]["accuracy"] == 1.0'
check evaluatesIdx exits 0 evaluate idx.percept --split test --json
cp out.txt e.json
check idxTestPartIsWhole json e.json 'j["examples"] == 60 and j["accuracy"] == 1.0'
head -c 300 "pictures é/train-images-idx3-ubyte.gz" > cut && mv cut "pictures é/train-images-idx3-ubyte.gz"
check cutIdxIsNamed says "train-images-idx3-ubyte.gz" 1 train mlp-digits --quiet --data "pictures é"

# --- going on -----------------------------------------------------------------------------------------------------------
check halfwayAndOn exits 0 train spiral --quiet --epochs 30 --seed 3 --threads 1 --save half.percept
check goesOnFromTheFile exits 0 train half.percept --quiet --epochs 60 --threads 1 --export on.safetensors
check halfAndHalfIsTheWhole cmp s.safetensors on.safetensors

# killed NAME PROJECT EPOCHS OPTIONS…: kill -9 in mid-training, resume, same bytes as the run that was not killed. The training
# is held while one looks at how far it is: on a fast machine it would be over before the answer is there.
killed() {
    local name=$1 project=$2 epochs=$3 run
    shift 3
    check "${name}_straight" exits 0 train "$project" --quiet --epochs "$epochs" "$@" --export "$name.safetensors"
    "$program" train "$project" --quiet --epochs "$epochs" "$@" & local pid=$!
    for _ in $(seq 600); do # until it has recorded some batches
        sleep 0.05
        kill -STOP $pid
        p runs --json > runs.json 2> /dev/null && python3 -c 'import json; r = max(json.load(open("runs.json")), key=lambda r: r["run"]); exit(not (r["state"] == "running" and r["steps"] > 0))' && break
        kill -CONT $pid
    done
    kill -9 $pid
    wait $pid 2> /dev/null
    p runs --json > runs.json
    check "${name}_isInterrupted" json runs.json 'max(j, key=lambda r: r["run"])["state"] == "interrupted"'
    run=$(python3 -c 'import json; print(max(r["run"] for r in json.load(open("runs.json"))))')
    check "${name}_resumes" exits 0 resume "$run" --quiet --export "$name-resumed.safetensors" --metrics "$name.jsonl"
    check "${name}_sameBytes" cmp "$name.safetensors" "$name-resumed.safetensors"
    check "${name}_metricsAreWhole" json "$name.jsonl" "[r['epoch'] for r in j] == list(range(1, $epochs + 1))"
    p runs --json > runs.json
    check "${name}_isFinished" json runs.json "[r for r in j if r['run'] == $run][0]['state'] == 'finished'"
}
killed killedMlp mlp-digits 3
killed killedResidual residual-digits 1
killed killedSchedule mlp-digits 3 --set schedule=cosine --set schedule.warmup=0.5 --set optimizer=nesterov --set patience=2 --set l1=1e-5 --set clipNorm=2

exit $bad
