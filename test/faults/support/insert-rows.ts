// Inserts rows and says each one when the database said that it is done; the mode of syncing is given. For proving
// that the power cut test sees a loss where there is one.
import { openDriver } from '#core/db/driver.ts'

const [file = '', synchronous = 'NORMAL', count = '0'] = process.argv.slice(2)
const db = openDriver(file)
db.pragma('journal_mode = WAL')
db.exec('create table if not exists made (n integer primary key, padding text)')
db.pragma(`synchronous = ${synchronous}`)
const insert = db.prepare('insert into made (n, padding) values (?, ?)')
for (let n = 1; n <= Number(count); n += 1) {
  insert.run(n, 'x'.repeat(300))
  process.stdout.write(`${n}\n`)
}
db.close()
