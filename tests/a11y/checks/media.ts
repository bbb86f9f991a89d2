import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/** 1.2.1, 1.2.2 and 1.4.2: recordings have captions or a transcript, and nothing plays sound by itself. */
export const media: Check = {
  id: 'media',
  criteria: ['1.2.1', '1.2.2', '1.4.2'],
  async judge(page) {
    return {
      barriers: [
        ...barriers('sounds-by-itself', ['1.4.2'], await inPage(page, findLoud)),
        ...barriers('no-captions', ['1.2.2'], await inPage(page, findUncaptioned)),
        ...barriers('no-transcript', ['1.2.1'], await inPage(page, findUntranscribed), true),
      ],
      judged: media.criteria,
    };
  },
};

function findLoud(): Place[] {
  return [...document.querySelectorAll<HTMLMediaElement>('audio[autoplay], video[autoplay]')]
    .filter((each) => !each.muted)
    .map((each) => ({ element: kit.describe(each), words: 'plays sound when the page opens' }));
}

function findUncaptioned(): Place[] {
  return [...document.querySelectorAll('video')]
    .filter((video) => !video.muted && !video.querySelector('track[kind="captions"], track[kind="subtitles"]'))
    .map((video) => ({ element: kit.describe(video), words: 'has no captions' }));
}

/** Recordings without a link to a transcript in their part of the page. */
function findUntranscribed(): Place[] {
  return [...document.querySelectorAll('audio')]
    .filter((audio) => {
      const part = audio.closest('figure, section, article, main') ?? document.body;
      return ![...part.querySelectorAll('a, summary, h2, h3')].some((each) =>
        /transcri|uitgeschreven|tekstversie|version texte|script/i.test(each.textContent),
      );
    })
    .map((audio) => ({ element: kit.describe(audio), words: 'has no transcript' }));
}
