// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error_text.h"
#include "core/base/file.h"
#include "core/train/hashed_ngrams.h"
#include "core/train/model_io.h"
#include "core/train/safetensors.h"
#include "core/train/sentencepiece_encoder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>

using namespace core;
using namespace core::train;

namespace {

NamedTensor tensorOf(const std::string& name, const std::vector<float>& values, std::vector<std::int64_t> shape) {
    NamedTensor tensor{name, "F32", std::move(shape), {}};
    tensor.data.resize(values.size() * sizeof(float));
    if (!values.empty()) // an empty tensor has no address to copy from
        std::memcpy(tensor.data.data(), values.data(), tensor.data.size());
    return tensor;
}

/// A safetensors file around a header as written.
std::string fileOf(const std::string& header, std::size_t dataBytes) {
    std::string bytes(8, '\0');
    const std::uint64_t length = header.size();
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + std::string(dataBytes, 'x');
}

ModelBundle smallBundle() {
    ModelBundle bundle;
    bundle.modelId = "bag";
    bundle.encoder = std::make_shared<HashedNgrams>(HashedNgramsConfig{.buckets = 64});
    bundle.architecture = {{"vocabulary", 64}, {"classes", 2}, {"dimension", 2}, {"dropout", 0}, {"token_dropout", 0}};
    bundle.labels.names = {"Kettles", "手机壳"};
    bundle.postHocShift = {0.25, -1.5};
    bundle.weights = {tensorOf("head.bias", {1, 2}, {2})};
    bundle.provenance = {{"seed", 7}};
    return bundle;
}

} // namespace

class TestModelFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void safetensorsRoundTrip() {
        const std::vector<NamedTensor> tensors{tensorOf("z", {1.5F, -2.0F}, {2}), tensorOf("a", {}, {0, 3}),
                                               tensorOf("m", {7}, {}), tensorOf("手", {1, 2, 3, 4}, {2, 2})};
        const std::string bytes = writeSafetensors(tensors, {{"note", "ü"}});
        std::uint64_t header = 0;
        std::memcpy(&header, bytes.data(), 8);
        QCOMPARE(header % 8, std::uint64_t{0});
        QCOMPARE(bytes[8], '{');
        std::map<std::string, std::string> metadata;
        const auto read = readSafetensors(bytes, "f", &metadata);
        QVERIFY(read.ok());
        QCOMPARE(metadata.at("format"), std::string("pt"));
        QCOMPARE(metadata.at("note"), std::string("ü"));
        QCOMPARE(read->size(), tensors.size());
        QCOMPARE((*read)[0].name, std::string("a")); // sorted by name
        for (const NamedTensor& tensor : tensors) {
            const auto found =
                std::find_if(read->begin(), read->end(), [&](const auto& t) { return t.name == tensor.name; });
            QVERIFY(found != read->end());
            QCOMPARE(found->shape, tensor.shape);
            QVERIFY(found->data == tensor.data);
        }
        QCOMPARE(writeSafetensors(*read, {{"note", "ü"}}), bytes);
    }

    void safetensorsMalformed_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& bytes) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        const std::string one = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
        row("empty", "");
        row("short", "1234567");
        row("header too long", fileOf(one, 8).replace(0, 8, std::string(8, '\x7f')));
        row("no JSON", fileOf("{abc", 0));
        row("no object", fileOf("[1]", 0));
        row("truncated data", fileOf(one, 7));
        row("trailing data", fileOf(one, 9));
        row("duplicate key", fileOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                                    R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
                                    8));
        row("hole", fileOf(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", 2));
        row("overlap", fileOf(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},)"
                              R"("b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
                              3));
        row("size against shape", fileOf(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8));
        row("overflow", fileOf(R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}})", 0));
        row("negative shape", fileOf(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,0]}})", 0));
        row("unknown type", fileOf(R"({"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}})", 1));
        row("no offsets", fileOf(R"({"a":{"dtype":"F32","shape":[1]}})", 4));
        row("offsets reversed", fileOf(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,0]}})", 1));
        row("metadata no text", fileOf(R"({"__metadata__":{"a":1}})", 0));
    }
    void safetensorsMalformed() {
        QFETCH(const QByteArray, bytes);
        const auto read = readSafetensors(bytes.toStdString(), "m.safetensors");
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::BadModel);
        QCOMPARE(read.error().file, std::string("m.safetensors"));
        QVERIFY(!read.error().detail.empty());
    }

    void modelDirectory() {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("m")).toStdString();
        const ModelBundle bundle = smallBundle();
        const Status saved = saveModel(path, bundle, "# card\n");
        QVERIFY2(saved.ok(), saved.ok() ? "" : errorSentence(saved.error()).c_str());
        QCOMPARE(*readFile(path + "/README.md"), std::string("# card\n"));
        QCOMPARE(saveModel(path, bundle, "").error().code, ErrorCode::FileExists);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);

        const auto loaded = loadModel(path);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : errorSentence(loaded.error()).c_str());
        QCOMPARE(loaded->labels.names, bundle.labels.names);
        QCOMPARE(loaded->postHocShift, bundle.postHocShift);
        QVERIFY(loaded->architecture == bundle.architecture);
        QVERIFY(loaded->provenance == bundle.provenance);
        QVERIFY(loaded->weights[0].data == bundle.weights[0].data);
        QCOMPARE(loaded->encoder->encode("Kettle"), bundle.encoder->encode("Kettle"));

        QCOMPARE(loadModel(path + "-not").error().code, ErrorCode::FileNotFound);
        for (const char* file : {"model.safetensors", "labels.json", "config.json"}) {
            const std::string name = path + "/" + file;
            const std::string whole = *readFile(name);
            QVERIFY(writeFileAtomically(name, "{").ok());
            QCOMPARE(loadModel(path).error().code, ErrorCode::BadModel);
            QCOMPARE(loadModel(path).error().file, name);
            QVERIFY(QFile::remove(QString::fromStdString(name)));
            QCOMPARE(loadModel(path).error().code, ErrorCode::BadModel);
            QCOMPARE(loadModel(path).error().file, name);
            QVERIFY(writeFileAtomically(name, whole).ok());
        }
        QVERIFY(writeFileAtomically(path + "/labels.json", R"({"labels":["one"]})").ok());
        QCOMPARE(loadModel(path).error().code, ErrorCode::BadModel); // not as many labels as classes
    }

    void packedModel() {
        JobContext job;
        const std::vector<std::string> titles{"red espresso kettle", "blue running shoe", "garden hose set"};
        ModelBundle bundle = smallBundle();
        auto encoder = SentencePieceEncoder::learn(titles, {}, 1, job);
        QVERIFY(encoder.ok());
        bundle.encoder = std::move(encoder).value();
        bundle.architecture["vocabulary"] = bundle.encoder->vocabularySize();
        const std::string blob = packModel(bundle);
        const auto read = unpackModel(blob, "run 1");
        QVERIFY2(read.ok(), read.ok() ? "" : errorSentence(read.error()).c_str());
        QCOMPARE(read->weights.size(), std::size_t{1});
        QVERIFY(read->encoder->files() == bundle.encoder->files());
        QCOMPARE(packModel(*read), blob);
        QCOMPARE(unpackModel(blob.substr(0, blob.size() - 1), "run 1").error().code, ErrorCode::BadModel);
        QCOMPARE(unpackModel(writeSafetensors({}, {}), "run 1").error().code, ErrorCode::BadModel);
        bundle.architecture["vocabulary"] = 3; // an id of the encoder would point past the table
        QCOMPARE(unpackModel(packModel(bundle), "run 1").error().code, ErrorCode::BadModel);
    }
};

QTEST_APPLESS_MAIN(TestModelFiles)
#include "tst_model_files.moc"
