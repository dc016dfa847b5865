// A disk of a few megabytes that can be filled to the last byte: needs Linux and root, for the mount.
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { tempDir } from '#test/support/temp-dir.ts'

/** Why there is no such disk here, or undefined. */
export const smallDiskMissing = (): string | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk needs root on Linux'
  const dir = mountPoint()
  if (dir === undefined) return 'this system does not let us mount'
  execFileSync('umount', [dir])
  return undefined
}

const mountPoint = (size = '1m'): string | undefined => {
  const dir = `/tmp/repair-counter-disk-${process.pid}-${Math.random().toString(36).slice(2)}`
  try {
    execFileSync('mkdir', ['-p', dir])
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir], { stdio: 'ignore' })
    return dir
  } catch {
    rmSync(dir, { recursive: true, force: true })
    return undefined
  }
}

export type SmallDisk = Readonly<{
  dir: string
  /** Takes all room but so many bytes. */
  fill: (leave?: number) => void
  free: () => void
  remount: (how: 'ro' | 'rw') => void
}>

/** Mounted for this test; register what has files open on it afterwards, so that it is closed before. */
export const smallDisk = (size = '120m'): SmallDisk => {
  const dir = mountPoint(size)
  if (dir === undefined) throw new Error('no small disk here')
  tempDir()
  onTestFinished(() => {
    execFileSync('umount', ['-l', dir])
    rmSync(dir, { recursive: true, force: true })
  })
  const ballast = `${dir}/ballast`
  return {
    dir,
    fill: (leave = 0) => {
      const fd = openSync(ballast, 'a')
      for (const step of [1 << 20, 1 << 12, 1]) {
        const chunk = Buffer.alloc(step)
        try {
          for (;;) if (writeSync(fd, chunk) < step) break
        } catch {
          // No room for a chunk of this size any more.
        }
      }
      closeSync(fd)
      if (leave > 0) execFileSync('truncate', ['-s', `-${leave}`, ballast])
    },
    free: () => rmSync(ballast, { force: true }),
    remount: (how) => void execFileSync('mount', ['-o', `remount,${how}`, dir]),
  }
}
