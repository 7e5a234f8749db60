import { execFile, spawn } from 'node:child_process';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { embeddedPaths, findEmbeddedServer } from '../../src/store/embedded/server.ts';
import { dataFolder, isRoot, log, query, startHost, untilGone } from '../support/embedded-folder.ts';
import { patience } from '../support/patience.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const run = promisify(execFile);

/** The server's process, as it says itself. */
async function postmasterOf(dataDir: string): Promise<number> {
  const { data } = await embeddedPaths(dataDir);
  return Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('starting and stopping', () => {
  test('an empty data folder gets a durable server on 127.0.0.1, and its data is there at the next start', async () => {
    const { dataDir, start } = await dataFolder();
    const first = await start();
    expect(new URL(first.url)).toMatchObject({
      protocol: 'postgres:',
      hostname: '127.0.0.1',
      pathname: '/rosterhub',
    });
    const settings = await query(
      first.url,
      `select name, setting from pg_settings where name in
       ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories', 'TimeZone')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      TimeZone: 'UTC',
    });
    const [locale] = await query(
      first.url,
      `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    expect(locale).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' });
    await query(first.url, "create table kept as select '山田' as name");
    await first.stop();
    await first.stop();
    expect((await readdir(dataDir)).filter((name) => name.endsWith('.lock'))).toEqual([]);

    const second = await start();
    expect(await query(second.url, 'table kept')).toEqual([{ name: '山田' }]);
  });

  test('nobody without the password gets in, and only the owner of the data folder can read it', async () => {
    const { dataDir, start } = await dataFolder();
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
    expect((await stat((await embeddedPaths(dataDir)).data)).mode & 0o777).toBe(0o700);
  });

  test('no value of a failed statement reaches the server log', async () => {
    const { dataDir, start } = await dataFolder();
    const { url } = await start();
    await query(url, 'create table pupils (name text primary key, born date)');
    const insert = 'insert into pupils values ($1, $2)';
    await query(url, insert, ['himitsu-hanako', '2015-04-02']);
    await expect(query(url, insert, ['himitsu-hanako', '2015-04-02'])).rejects.toMatchObject({
      code: '23505',
    });
    await expect(query(url, insert, ['x', 'himitsu-date'])).rejects.toMatchObject({ code: '22007' });
    await expect(query(url, "select 'himitsu-literal'::int")).rejects.toMatchObject({ code: '22P02' });
    // A server process that is killed is logged with the statement it was at.
    const killed = query(url, "select 'himitsu-running', pg_sleep(20)").catch(() => 'lost');
    await vi.waitFor(async () => {
      const [row] = await query(
        url,
        "select pid from pg_stat_activity where query like '%pg_sleep(20)' limit 1",
      );
      process.kill(Number(row?.pid), 'SIGKILL');
    }, patience);
    expect(await killed).toBe('lost');
    await vi.waitFor(() => query(url, 'select 1'), { timeout: 10_000, interval: 100 });

    const folder = join((await embeddedPaths(dataDir)).data, 'log');
    const texts = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
    );
    expect(texts.join()).toContain('was terminated by signal 9');
    expect(texts.join()).not.toContain('himitsu');
  });

  test('an initdb that was cut short is done again', async () => {
    const { dataDir, start } = await dataFolder({ open: true });
    const host = startHost(dataDir);
    await vi.waitFor(
      async () => {
        const half = (await readdir(dataDir)).find((name) => name.startsWith('postgres.new-')) ?? '';
        await stat(join(dataDir, half, 'cluster', 'PG_VERSION'));
      },
      { timeout: 10_000, interval: 5 },
    );
    await host.kill('SIGKILL');
    expect(await readdir(dataDir)).not.toContain('postgres');
    const server = await start();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a cluster that is lost is reported and never replaced by an empty one', async () => {
    const { dataDir, start } = await dataFolder();
    await (await start()).stop();
    await rm((await embeddedPaths(dataDir)).data, { recursive: true });
    await expect(start()).rejects.toMatchObject({ code: 'embedded_unavailable' });
  });
});

describe('two hubs on one data folder', () => {
  test('the second is told which process has it, and a command beside the first finds its server', async () => {
    const { dataDir, start } = await dataFolder();
    const host = startHost(dataDir);
    const { url } = await host.ready;
    await expect(start()).rejects.toMatchObject({ code: 'data_dir_in_use', params: { pid: host.pid } });
    expect(await findEmbeddedServer(dataDir)).toBe(url);
    await host.kill('SIGTERM');
    expect(await findEmbeddedServer(dataDir)).toBeUndefined();
  });

  test('of several that start at once, one serves and the others say data_dir_in_use', async () => {
    const { dataDir } = await dataFolder();
    const hosts = [1, 2, 3].map(() => startHost(dataDir));
    const results = await Promise.allSettled(hosts.map((host) => host.ready));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const result of results) {
      if (result.status === 'rejected')
        expect(String(result.reason)).toContain('is in use by another RosterHub');
    }
    for (const host of hosts) await host.kill('SIGTERM');
  });

  test('a lock and a postmaster.pid whose numbers now belong to other processes are in nobody’s way', async () => {
    const { dataDir, start } = await dataFolder();
    const first = await start();
    await query(first.url, 'create table kept as select 1 as a');
    await first.stop();
    const { data, runAs } = await embeddedPaths(dataDir);
    // Of the server's own account, since PostgreSQL itself sees through a number that belongs to another.
    const stranger = spawn('sleep', ['60'], { ...runAs, stdio: 'ignore' });
    onTestFinished(() => void stranger.kill());
    await writeFile(join(dataDir, `hub-${stranger.pid}-1-00000000.lock`), '');
    const stale = `${stranger.pid}\n${data}\n1\n5432\n\n127.0.0.1\n\nready\n`;
    await writeFile(join(data, 'postmaster.pid'), stale);
    const second = await start();
    expect(await query(second.url, 'table kept')).toEqual([{ a: 1 }]);
  });
});

describe('after kill -9 of the hub', () => {
  test('the server goes down by itself, and the next start has all that was committed', async () => {
    const { dataDir, start } = await dataFolder();
    const host = startHost(dataDir);
    const { url } = await host.ready;
    await query(url, 'create table kept as select generate_series(1, 1000) as a');
    const pid = await postmasterOf(dataDir);
    await host.kill('SIGKILL');
    await untilGone(pid, 3_000);
    const server = await start();
    expect(await query(server.url, 'select count(*)::int from kept')).toEqual([{ count: 1000 }]);
  });

  test('a server that goes on without a hub is ended and started again by the next hub', async () => {
    const { dataDir, start } = await dataFolder();
    const host = startHost(dataDir);
    const { url } = await host.ready;
    await query(url, 'create table kept as select 1 as a');
    const orphan = await postmasterOf(dataDir);
    const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,args=']);
    const [, lifeline] = new RegExp(`^ *(\\d+) +${host.pid} .*while read`, 'm').exec(stdout) ?? [];
    process.kill(Number(lifeline), 'SIGKILL');
    await host.kill('SIGKILL');
    expect(await query(url, 'table kept')).toEqual([{ a: 1 }]);

    const server = await start();
    await untilGone(orphan, 100);
    expect(log.lines()).toContain('an earlier hub left behind');
    expect(await query(server.url, 'table kept')).toEqual([{ a: 1 }]);
  });
});

describe('when the server itself goes away', () => {
  const again = { timeout: 8_000, interval: 50 };

  test('after kill -9 it serves again at the same URL within seconds, with all that was committed', async () => {
    const { dataDir, start } = await dataFolder();
    const { url } = await start();
    await query(url, 'create table kept as select 1 as a');
    const before = await postmasterOf(dataDir);
    process.kill(before, 'SIGKILL');
    await untilGone(before, 1_000);
    expect(await vi.waitFor(() => query(url, 'table kept'), again)).toEqual([{ a: 1 }]);
    expect(await postmasterOf(dataDir)).not.toBe(before);
  });

  test('after pg_ctl restart the new server is adopted, and ended with the hub', async () => {
    const { dataDir, start } = await dataFolder();
    const server = await start();
    await query(server.url, 'create table kept as select 1 as a');
    const { data, bin, runAs } = await embeddedPaths(dataDir);
    // Without -l the new server would keep the pipe of our execFile open.
    const args = ['-D', data, '-l', join(data, 'restart.log'), 'restart', '-m', 'immediate', '-w'];
    await run(join(bin, 'pg_ctl'), args, { ...runAs, cwd: '/' });
    const restarted = await postmasterOf(dataDir);
    expect(await vi.waitFor(() => query(server.url, 'table kept'), again)).toEqual([{ a: 1 }]);
    await vi.waitFor(() => expect(log.lines()).toContain(`"pid":${restarted},`), again);
    expect(await postmasterOf(dataDir)).toBe(restarted);
    await server.stop();
    await untilGone(restarted, 100);
  });
});

describe.runIf(isRoot)('as root, under a folder that only root may enter', () => {
  test('the cluster lives outside, keeps its data, and is not found by a new data folder at the old path', async () => {
    const { dataDir, start } = await dataFolder();
    const first = await start();
    const { data, runAs } = await embeddedPaths(dataDir);
    expect(data.startsWith(dataDir)).toBe(false);
    expect(await stat(data)).toMatchObject({ uid: runAs?.uid, gid: runAs?.gid });
    await query(first.url, 'create table kept as select 1 as a');
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'table kept')).toEqual([{ a: 1 }]);
    await second.stop();

    await rm(dataDir, { recursive: true });
    const third = await start();
    await expect(query(third.url, 'table kept')).rejects.toMatchObject({ code: '42P01' });
    await rm(join(data, '..'), { recursive: true });
  });

  test('where the database account may enter the data folder, the cluster lives in it', async () => {
    const { dataDir, start } = await dataFolder({ open: true });
    await start();
    expect((await embeddedPaths(dataDir)).data).toBe(join(dataDir, 'postgres'));
  });
});
