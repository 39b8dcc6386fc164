const words: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'permission is denied',
  EROFS: 'the disk takes no writing',
}

/** Why a file could not be read or written; readers give no code where a file is too large. */
export function fileFault(error: unknown, tooLarge = 'it is too large'): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) return tooLarge
  return words[code] ?? code
}
