// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up shop with gaps, missing values, several scripts and attributes; beside its test because moc stumbles over
// raw strings.
#pragma once

inline constexpr const char* kShop = R"sql(
INSERT INTO source(id, kind, path, mapping, compression, encoding, delimiter, rows_read, imported, rejected, dropped, noted,
  rejected_by, seconds, imported_at)
  VALUES (1, 'log', '/data/shop.csv', '{}', 'none', 'UTF-8', ',', 20000, 19999, 1, '{}', '{}', '{}', 0.5, '2024-01-01T00:00:00Z');
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 211)
INSERT INTO item(id, key, title, description, category, brand, price, label, source_id, time, attributes)
  SELECT x * 3, 'SKU-' || x,
    CASE x % 5 WHEN 0 THEN '红色手机壳 ' || (x % 13) WHEN 1 THEN 'Straße Lamp ' || (x % 7) WHEN 2 THEN 'ÉCLAIR usb ' || (x % 9)
      WHEN 3 THEN 'red LAMP' ELSE 'Ωmega "quoted" ' || x END,
    CASE WHEN x % 4 = 0 THEN NULL ELSE '=SUM(' || x || '), 100%' END,
    CASE WHEN x % 6 = 0 THEN NULL ELSE 'home > c' || (x % 11) END,
    CASE WHEN x % 3 = 0 THEN NULL WHEN x % 3 = 1 THEN 'Acme' ELSE 'blue ox' END,
    CASE WHEN x % 8 = 0 THEN NULL ELSE (x * 37 % 101) / 4.0 END, CASE WHEN x % 2 = 0 THEN 'l' || (x % 5) END,
    CASE WHEN x % 10 = 0 THEN NULL ELSE 1 END, CASE WHEN x % 7 = 0 THEN NULL ELSE 1300000000 + x * 86400 END,
    CASE WHEN x % 4 = 1 THEN NULL ELSE json_object('colour', CASE x % 3 WHEN 0 THEN 'Red' ELSE 'grün' END, 'size', x % 50,
      'weight', (x % 20) || '.5', 'a"b', x % 2) END FROM n;
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 97)
INSERT INTO user(id, key) SELECT x, CASE WHEN x % 2 = 0 THEN 'User' ELSE 'user' END || x FROM n;
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 53)
INSERT INTO query(id, text) SELECT x, CASE x % 3 WHEN 0 THEN '手机 ' || x WHEN 1 THEN 'Lamp ' || x ELSE 'ÜBER ' || x END FROM n;
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)
INSERT INTO event(id, source_id, item_id, user_id, query_id, kind, time, quantity, price, label, position, order_key, cancelled,
  session, extra)
  SELECT x, 1, 3 * (1 + x * 7919 % 211), CASE WHEN x % 9 = 0 THEN NULL ELSE 1 + x * 31 % 97 END,
    CASE WHEN x % 4 <> 0 THEN NULL ELSE 1 + x % 53 END, 1 + x % 6,
    CASE WHEN x % 17 = 0 THEN NULL ELSE 1300000000 + x * 7919 % 90000000 END, CASE WHEN x % 5 = 0 THEN NULL ELSE x % 12 - 2 END,
    CASE WHEN x % 6 = 0 THEN NULL ELSE (x * 13 % 997) / 100.0 END, CASE WHEN x % 3 = 0 THEN 'L' || (x % 4) END,
    CASE WHEN x % 2 = 0 THEN x % 40 END, CASE WHEN x % 10 = 0 THEN 'C' || x END, x % 10 = 0,
    CASE WHEN x % 3 = 1 THEN 's' || (x / 50) END,
    CASE WHEN x % 11 = 0 THEN json_object('campaign', 'Spring ' || (x % 3), 'clicks', x % 9) END FROM n;
)sql";

inline constexpr const char* kMore = R"sql(
        INSERT INTO split(id, name, config, created, labels, cross_duplicates) VALUES (1, 'plain', '{}', 'now', '["a","b"]', 0), (2, 'two', '{}', 'now', '["x"]', 0);
        INSERT INTO split_row SELECT 1, id, id % 3, id % 2 FROM item;
        INSERT INTO split_row SELECT 2, id, id % 2, 0 FROM item WHERE id < 300;
        INSERT INTO split_event SELECT 1, id, id % 3 FROM event;
        INSERT INTO run(id, split_id, experiment, recipe_name, recipe, model, model_config, training, buckets, seed, device, threads,
          library, status, started, seconds, epochs, best_epoch, examples_per_second, labels, support, posthoc_shift, failure)
          VALUES (1, 1, '{}', 'plain', '{}', 'bag', '{}', '{}', '{}', 7, 'cpu', 2, 'x', 3, 'now', 1.5, 3, 2, 10, '["a","b"]', '[1,1]', '[]', '');
        INSERT INTO prediction SELECT 1, id % 3, id, id, id % 2, CASE WHEN id % 2 = 0 THEN x'0000803F00000040' ELSE x'000000400000803F' END FROM item;
        INSERT INTO clean_step VALUES (1, 'robots', '{}', 'now', 2, 1, 0, 0, '{}', 0.5), (2, 'invalid', '{}', 'now', 1, 0, 0, 0, '{}', 0.5);
        INSERT INTO clean_event(step_id, reason, id, source_id, item_id, kind, cancelled) VALUES (2, 'price', 5, 1, 1, 4, 0), (1, 'rate', 9, 1, 999999, 2, 0), (1, 'rate', 7, 1, 1, 2, 0);
        INSERT INTO clean_item(step_id, reason, id, key, title) VALUES (1, 'unused', 999999, 'gone', '手机');
        INSERT INTO judgement(source_id, query_id, item_id, grade, label) SELECT 1, 1 + id % 53, id, id % 4, 'E' FROM item;
        INSERT INTO review(source_id, item_id, user_id, rating, title, text, time) SELECT 1, id, 1 + id % 97, id % 5, 'good', '质量很好 ' || id, 1400000000 FROM item;
        INSERT INTO reject(source_id, line, column_name, value, reason, raw) VALUES (1, 3, 'price', 'cheap', 'bad_number', 'a,b,cheap');
    )sql";
