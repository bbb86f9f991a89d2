import type { Page } from '@playwright/test';
import type { Check } from '../check.ts';
import { barriers, hasScript, inPage, type Place } from '../in-page.ts';

/**
 * 1.2.1, 1.2.2, 1.2.3, 1.2.5 and 1.4.2: recordings have captions with words in them, a transcript or an audio description, and nothing
 * plays sound by itself.
 */
export const media: Check = {
  id: 'media',
  criteria: ['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.4.2'],
  async judge(page) {
    const undescribed = await inPage(page, findUndescribed);
    const empty = await inPage(page, findEmptyCaptions);
    const live = await inPage(page, findLive);
    return {
      barriers: [
        ...barriers('sounds-by-itself', ['1.4.2'], await inPage(page, findLoud)),
        ...barriers('sounds-by-itself', ['1.4.2'], await findPlaying(page)),
        ...barriers('no-captions', ['1.2.2'], await inPage(page, findUncaptioned)),
        ...barriers(
          'empty-captions',
          ['1.2.2'],
          empty.filter(({ element }) => !element.includes(' descriptions ')),
        ),
        ...barriers(
          'empty-description',
          ['1.2.3', '1.2.5'],
          empty.filter(({ element }) => element.includes(' descriptions ')),
        ),
        ...barriers('short-captions', ['1.2.2'], await inPage(page, findShortCaptions)),
        ...barriers('live-without-captions', ['1.2.4'], live, true),
        ...barriers('frame-with-a-film', ['1.2.2', '1.2.5'], await inPage(page, findFrames), true),
        ...barriers('no-transcript', ['1.2.1'], await inPage(page, findUntranscribed), true),
        ...barriers('no-description', ['1.2.3', '1.2.5'], undescribed, true),
      ],
      // Without a film the site has nothing of the kind.
      judged: undescribed.length > 0 ? media.criteria : ['1.2.1', '1.2.2', '1.4.2'],
    };
  },
};

/** Opens the page again and notes what a script plays without being asked. */
async function findPlaying(page: Page): Promise<Place[]> {
  if (!(await hasScript(page))) return [];
  const other = await page.context().newPage();
  try {
    await other.addInitScript(() => {
      const played: string[] = [];
      Object.assign(globalThis, { played });
      HTMLMediaElement.prototype.play = function play() {
        if (!this.muted) played.push(this.currentSrc || this.src);
        return Promise.resolve();
      };
      const { speak } = SpeechSynthesis.prototype;
      SpeechSynthesis.prototype.speak = function note(words) {
        played.push(`the voice “${words.text}”`);
        speak.call(this, words);
      };
      const sample = AudioBufferSourceNode.prototype.start;
      AudioBufferSourceNode.prototype.start = function note(...when) {
        played.push('a sample');
        sample.apply(this, when);
      };
      const { start } = OscillatorNode.prototype;
      OscillatorNode.prototype.start = function note(...when) {
        played.push('a tone');
        start.apply(this, when);
      };
    });
    await other.clock.install();
    await other.goto(page.url());
    await other.clock.runFor(10_000);
    const played = (await other.evaluate('played')) as string[];
    return played.map((element) => ({ element, words: 'a script plays it when the page opens' }));
  } finally {
    await other.close();
  }
}

function findLoud(): Place[] {
  const players = [...document.querySelectorAll<HTMLMediaElement>('audio[autoplay], video[autoplay]')].filter(
    (each) => !each.muted,
  );
  const frames = document.querySelectorAll('iframe[src*="autoplay=1"]:not([src*="mute=1"]), embed[autostart], bgsound');
  return [...players, ...frames].map((each) => ({
    element: kit.describe(each),
    words: 'plays sound when the page opens',
  }));
}

function findUncaptioned(): Place[] {
  return [...document.querySelectorAll('video')]
    .filter((video) => {
      const tracks = [...video.querySelectorAll<HTMLTrackElement>('track')].filter(
        ({ kind, label }) => /captions|subtitles/.test(kind) && !/autom|machin|gegenereerd|généré/i.test(label),
      );
      const spoken = (video.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 2);
      return !video.muted && !tracks.some(({ srclang }) => !srclang || !spoken || srclang.startsWith(spoken));
    })
    .map((video) => ({ element: kit.describe(video), words: 'has no captions by people in its language' }));
}

/** Videos whose captions end long before the film, or have less than half of the words that its transcript quotes. */
async function findShortCaptions(): Promise<Place[]> {
  const found = await Promise.all(
    [...document.querySelectorAll('video')].map(async (video) => {
      const track = video.querySelector<HTMLTrackElement>('track[kind="captions"], track[kind="subtitles"]');
      const text = track
        ? await fetch(track.src).then(
            (response) => (response.ok ? response.text() : ''),
            () => '',
          )
        : '';
      const ends = [...text.matchAll(/-->\s*(?:(\d+):)?(\d+):(\d+)/g)].map(
        ([, hours = 0, minutes = 0, seconds = 0]) => Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
      );
      if (ends.length === 0) return [];
      const length = (words: string) => (words.match(/\p{L}+/gu) ?? []).length;
      const said = length(text.replace(/^WEBVTT.*|.*-->.*|^NOTE.*/gm, ''));
      const part = video.closest('figure, section, article, main') ?? document.body;
      const quoted = (part as HTMLElement).innerText.match(/[“«„][^”»]{40,}[”»]/gu) ?? [];
      const isShort = video.duration > 10 && Math.max(...ends) < video.duration * 0.6;
      return isShort || said * 2 < Math.max(0, ...quoted.map(length))
        ? [{ element: kit.describe(video), words: 'has captions for a part of the film' }]
        : [];
    }),
  );
  return found.flat();
}

/** Broadcasts whose part of the page says that they are live, and does not promise captions. */
function findLive(): Place[] {
  return [...document.querySelectorAll('video, audio, iframe')]
    .filter((player) => {
      const words = `${(player.closest('figure, section, article, main') ?? document.body).textContent} ${player.getAttribute('title')}`;
      return (
        /\blive\b|livestream|rechtstreekse? (?:uitzending|beelden|stream)|rechtstreeks uit|en direct\b|diffusion en direct/i.test(
          words,
        ) && !/live ?ondertitel|ondertiteld|schrijftolk|sous-titré|sous-titres en direct|live captions/i.test(words)
      );
    })
    .map((player) => ({ element: kit.describe(player), words: 'is live without captions' }));
}

/** Videos whose captions do not load or have no words. */
async function findEmptyCaptions(): Promise<Place[]> {
  const tracks = [...document.querySelectorAll<HTMLTrackElement>('track')].filter(({ kind }) =>
    /captions|subtitles|descriptions/.test(kind),
  );
  const found = await Promise.all(
    tracks.map(async (track) => {
      const text = await fetch(track.src).then(
        (response) => (response.ok ? response.text() : ''),
        () => '',
      );
      // A cue is a line with its times, and below it the words.
      const cues = text.split(/\r?\n\r?\n/).filter((block) => /-->.*\n\s*\S*\p{L}{2}/u.test(block));
      return cues.length > 0
        ? []
        : [{ element: `track ${track.kind} ${track.getAttribute('src')?.slice(0, 60)}`, words: 'has no words' }];
    }),
  );
  return found.flat();
}

/** Players of other sites, whose captions a test cannot read. */
function findFrames(): Place[] {
  return [...document.querySelectorAll('iframe')]
    .filter(({ src }) => /youtu|vimeo|dailymotion|player|video|stream/i.test(src))
    .map((frame) => ({ element: kit.describe(frame), words: `may show a film: ${frame.src}` }));
}

/** Recordings whose part of the page has no transcript and no link to one. */
function findUntranscribed(): Place[] {
  const told = /transcri|uitgeschreven|tekstversie|volledige tekst|version (?:texte|écrite)|texte intégral|script/i;
  const recordings = [
    ...document.querySelectorAll('audio'),
    ...[...document.querySelectorAll('video')].filter(({ muted }) => muted),
    ...document.querySelectorAll('a[href$=".mp3"], a[href$=".ogg"], a[href$=".wav"], a[href$=".m4a"]'),
  ];
  return recordings
    .filter((recording) => {
      const part = recording.closest('figure, section, article, main') ?? document.body;
      const tellers = [...part.querySelectorAll<HTMLElement>('a[href], summary, h2, h3, h4')].filter(
        (each) => each !== recording && told.test(each.textContent),
      );
      const folded = [...part.querySelectorAll('details')].some(({ textContent }) => textContent.trim().length > 120);
      if (folded) return false;
      // A heading or a link to a place on the page must have words below it.
      return !tellers.some((each) => {
        const place = each.getAttribute('href');
        const target = place?.startsWith('#') ? document.getElementById(place.slice(1)) : null;
        if (place !== null) return place.startsWith('#') ? (target?.textContent.trim().length ?? 0) > 80 : place !== '';
        const below =
          each.localName === 'summary' ? each.parentElement : (each.nextElementSibling ?? each.parentElement);
        return (below?.textContent.trim().length ?? 0) > each.textContent.length + 40;
      });
    })
    .map((recording) => ({ element: kit.describe(recording), words: 'has no transcript' }));
}

/** Films without an audio description, or a link to a version that has one. */
function findUndescribed(): Place[] {
  return [...document.querySelectorAll('video')]
    .filter((video) => {
      const part = video.closest('figure, section, article, main') ?? document.body;
      return (
        !video.querySelector('track[kind="descriptions"]') &&
        !/audiodescri[pb]|beschrijving voor blinden|gesproken beschrijving|beschreven versie|audio ?description|version décrite|described version/i.test(
          part.textContent,
        )
      );
    })
    .map((video) => ({ element: kit.describe(video), words: 'has no audio description' }));
}
