// The catalogue as a file: taken in as a whole or not at all, and written so that it can be taken in again.
import { useRef } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { COLUMNS, COLUMN_KEYS } from '#shared/domain/catalogue/index.ts'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useAsk } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { ImportResult } from './import-result.tsx'
import { useImport } from './use-import.ts'
import { useSaveTable } from './use-save-table.ts'

export const FilesView = () => {
  const { t } = useTranslation('catalogue')
  const { notice } = useNav()
  const chooser = useRef<HTMLInputElement>(null)
  const taking = useImport()
  const saving = useSaveTable((fileName) => notice('good', t('files.written', { fileName })))
  const write = useExport(saving.save)
  const choose = () => chooser.current?.click()
  useShortcuts([
    { keys: 'Ctrl+O', label: t('files.choose'), run: choose },
    { keys: 'Ctrl+E', label: t('files.exportXlsx'), run: () => void write('xlsx') },
    { keys: 'Ctrl+Shift+E', label: t('files.exportCsv'), run: () => void write('csv') },
  ])
  return (
    <div className="catalogue-files">
      <div className="catalogue-bar">
        <Button
          type={taking.looked ? 'default' : 'primary'}
          data-autofocus
          loading={taking.busy}
          onClick={choose}
        >
          {t('files.choose')}
          <KeyCap keys="Ctrl+O" />
        </Button>
        <span className="faint">{t('files.kinds')}</span>
        <span className="stretch" />
        <Button loading={saving.busy} onClick={() => void write('xlsx')}>
          {t('files.exportXlsx')}
          <KeyCap keys="Ctrl+E" />
        </Button>
        <Button loading={saving.busy} onClick={() => void write('csv')}>
          {t('files.exportCsv')}
          <KeyCap keys="Ctrl+Shift+E" />
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.xlsx,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-label={t('files.choose')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void taking.choose(file)
          }}
        />
      </div>
      <ProblemLine problem={taking.problem ?? saving.problem} />
      {taking.looked && (
        <ImportResult
          key={taking.looked.file}
          looked={taking.looked}
          busy={taking.busy}
          save={saving.save}
          onTake={() => void taking.takeIn()}
          onForget={taking.forget}
        />
      )}
      {taking.taken && (
        <p className="sheet catalogue-say catalogue-say-good" role="status">
          {t('files.taken', { name: taking.taken.name, ...taking.taken.counts })}
        </p>
      )}
      {!taking.looked && <About />}
      <FirstFocus />
    </div>
  )
}

const useExport = (save: ReturnType<typeof useSaveTable>['save']) => {
  const { t, i18n } = useTranslation('catalogue')
  const ask = useAsk()
  const language = i18n.language === 'en' ? 'en' : 'zh-CN'
  return (format: 'csv' | 'xlsx') =>
    save(async () => {
      const made = await ask('catalogue.export', { format, language })
      return made.ok
        ? { ok: true, value: { fileName: t('files.exportName'), format, data: made.value.data } }
        : made
    })
}

/** What a file has to look like; most people start from an export. */
const About = () => {
  const { t, i18n } = useTranslation('catalogue')
  const heads = COLUMN_KEYS.map((key) => COLUMNS[key].heads[i18n.language === 'en' ? 1 : 0])
  return (
    <section className="sheet catalogue-about" aria-label={t('files.about.title')}>
      <h2>{t('files.about.title')}</h2>
      <ul>
        <li>{t('files.about.heads')}</li>
        <li>{t('files.about.code')}</li>
        <li>{t('files.about.whole')}</li>
        <li>{t('files.about.start')}</li>
      </ul>
      <p className="faint selectable">{t('files.about.columns', { heads: heads.join(t('separator')) })}</p>
    </section>
  )
}
