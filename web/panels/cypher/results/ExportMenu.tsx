import '@mantine/core/styles/Menu.css';
import { Button, Menu } from '@mantine/core';
import type { CypherResult } from '../../../../graph/contract.ts';
import { Icon } from '../../../components/icons.tsx';
import { count } from '../../../components/words.ts';
import { fileName, saveBlob } from '../../../sharing/save-blob.ts';
import { FILE_KINDS, RESULT_FORMATS, type ResultFormat } from './result-files.ts';

/** All rows of a result as a file. */
export function ExportMenu({ result }: { result: CypherResult }) {
  function save(format: ResultFormat) {
    const { type, parts } = FILE_KINDS[format];
    const title = `cypher ${result.columns.join(' ')}`;
    saveBlob(new Blob([...parts(result)], { type }), fileName(title, format));
  }
  return (
    // Within its landmark, not at the end of the page; fixed, so that no panel cuts it off.
    <Menu position="bottom-end" shadow="md" withinPortal={false} floatingStrategy="fixed">
      <Menu.Target>
        <Button size="compact-xs" variant="default" leftSection={<Icon name="download" size={13} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{count(result.rows.length, 'row')}</Menu.Label>
        {RESULT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save(format)}>
            {FILE_KINDS[format].name}, {FILE_KINDS[format].note}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
