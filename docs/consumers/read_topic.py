"""Reads what is new on a partner's own topic, prints it, and ends; a service would go on polling. With confluent-kafka.

KAFKA_BOOTSTRAP_SERVERS, REGULUS_SUBJECT (of the partner's token); where the cluster asks for it KAFKA_CA, KAFKA_CERTIFICATE and KAFKA_KEY:
the partner's credentials, as PEM files.
"""
import json
import os

from confluent_kafka import Consumer, TopicPartition

name = "regulus.partner." + os.environ["REGULUS_SUBJECT"]
settings = {"bootstrap.servers": os.environ["KAFKA_BOOTSTRAP_SERVERS"], "group.id": name + ".sample-python",
            "enable.auto.commit": False, "auto.offset.reset": "earliest"}
if "KAFKA_CERTIFICATE" in os.environ:
    settings.update({"security.protocol": "SSL", "ssl.ca.location": os.environ["KAFKA_CA"],
                     "ssl.certificate.location": os.environ["KAFKA_CERTIFICATE"], "ssl.key.location": os.environ["KAFKA_KEY"]})

consumer = Consumer(settings)
_, end = consumer.get_watermark_offsets(TopicPartition(name, 0), timeout=30)
start = consumer.committed([TopicPartition(name, 0)], timeout=30)[0]
consumer.assign([start])
position = max(start.offset, 0)
while position < end:
    message = consumer.poll(1)
    if message is None:
        continue
    if message.error():
        raise SystemExit(message.error())
    event = json.loads(message.value())
    print(event["id"], event["type"])  # your work comes here; an id that you have seen you pass over
    consumer.commit(message, asynchronous=False)  # behind the work: what was not committed comes again
    position = message.offset() + 1
consumer.close()
