-- What the answers were worth when they were given, as JSON: {"overall": 0..100, "sections": [{"section": ..., "score": ...}]}.
alter table submission add column score text;
alter table filing add column score text;
