import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PlainServer, type Result } from './plain-server.ts';
import { assetsOf, writeSmallRelease } from './small-release.ts';

const count = 6;

/** Six small releases, and a fresh server for each test. */
export class Releases {
  readonly folder: string;
  #server: PlainServer | null = null;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(): Promise<Releases> {
    const releases = new Releases(mkdtempSync(path.join(tmpdir(), 'releases-')));
    chmodSync(releases.folder, 0o755);
    for (let number = 1; number <= count; number++) {
      await writeSmallRelease(releases.folderOf(number), number, 8080);
    }
    return releases;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  async startTest(): Promise<void> {
    this.#server = await PlainServer.make();
  }

  async endTest(): Promise<void> {
    await this.#server?.remove();
  }

  get server(): PlainServer {
    if (!this.#server) throw new Error('No test has started.');
    return this.#server;
  }

  folderOf(number: number): string {
    return path.join(this.folder, String(number));
  }

  /** `deploy/release add` for a release. */
  add(number: number, env: Record<string, string> = {}): Promise<Result> {
    return this.server.release(['add', this.folderOf(number)], { env });
  }

  /** Name of the release that visitors see. */
  get current(): string {
    return path.basename(readlinkSync(path.join(this.server.folder, 'current')));
  }

  /** Names of the releases on the server, oldest first. */
  get kept(): string[] {
    return readdirSync(path.join(this.server.folder, 'releases')).filter((name) => !name.startsWith('.'));
  }

  /** Path of the icon of a release: an asset that no other release has. */
  iconOf(number: number): string {
    const html = readFileSync(path.join(this.folderOf(number), 'site/index.html'), 'utf8');
    return assetsOf(html).find((asset) => asset.includes('icon')) ?? '';
  }

  /** Whether an asset is among the shared ones of the server. */
  hasAsset(asset: string): boolean {
    return existsSync(path.join(this.server.folder, asset));
  }

  /** A changed copy of a release. */
  changed(number: number, change: (copy: string) => void): string {
    const copy = mkdtempSync(path.join(this.folder, 'changed-'));
    chmodSync(copy, 0o755);
    cpSync(this.folderOf(number), copy, { recursive: true, preserveTimestamps: true });
    change(copy);
    return copy;
  }

  tarOf(number: number): Buffer {
    return execFileSync('tar', ['-C', this.folderOf(number), '-cf', '-', '.'], { maxBuffer: 2 ** 28 });
  }
}
