// Reads what is new on a partner's own topic, prints it, and ends; a service would go on. With kafkajs.
// KAFKA_BOOTSTRAP_SERVERS, REGULUS_SUBJECT (of the partner's token); where the cluster asks for it KAFKA_CA, KAFKA_CERTIFICATE and KAFKA_KEY:
// the partner's credentials, as PEM files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Kafka, logLevel } = createRequire(import.meta.url)('kafkajs');
const { env } = process;
const topic = `regulus.partner.${env.REGULUS_SUBJECT}`;
const groupId = `${topic}.sample-node`;
const ssl = env.KAFKA_CERTIFICATE && {
  ca: [readFileSync(env.KAFKA_CA)],
  cert: readFileSync(env.KAFKA_CERTIFICATE),
  key: readFileSync(env.KAFKA_KEY),
};
const kafka = new Kafka({ brokers: env.KAFKA_BOOTSTRAP_SERVERS.split(','), logLevel: logLevel.ERROR, ...(ssl && { ssl }) });

const admin = kafka.admin();
await admin.connect();
const end = Number((await admin.fetchTopicOffsets(topic))[0].high);
const [{ partitions: [{ offset }] }] = await admin.fetchOffsets({ groupId, topics: [topic] });
await admin.disconnect();

if (Math.max(Number(offset), 0) < end) {
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await new Promise((done) => {
    consumer.run({
      autoCommit: false,
      eachMessage: async ({ partition, message }) => {
        const { id, type } = JSON.parse(message.value.toString());
        console.log(id, type); // your work comes here; an id that you have seen you pass over
        const next = Number(message.offset) + 1;
        await consumer.commitOffsets([{ topic, partition, offset: String(next) }]); // behind the work: what was not committed comes again
        if (next >= end) done();
      },
    });
  });
  await consumer.disconnect();
}
