import type { NextAdapter } from 'next';
import { PublishFault, sentenceOf } from './fault.ts';
import { publish } from './publish.ts';

/** The build adapter of Next.js: receives everything that the build rendered and writes `out/`. */
const adapter: NextAdapter = {
  name: 'publish',
  async onBuildComplete({ outputs, projectDir }) {
    try {
      await publish(outputs, projectDir);
    } catch (error) {
      const sentence = error instanceof PublishFault ? error.message : sentenceOf(error);
      if (sentence === null) throw error;
      console.error(`\nNot published: ${sentence}`);
      process.exit(1);
    }
  },
};

export default adapter;
