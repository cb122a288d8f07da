/** An XARF v4 report as a scanning service would send it. */
export const reportOn = (url: string, changes: object = {}) => ({
  xarf_version: '4.0.0',
  report_id: crypto.randomUUID(),
  timestamp: '2026-11-11T11:52:34Z',
  reporter: { org: 'Scan Service', contact: 'scan@service.example', domain: 'service.example' },
  sender: { org: 'Scan Service', contact: 'scan@service.example', domain: 'service.example' },
  source_identifier: 'pan.baidu.com',
  category: 'copyright',
  type: 'cyberlocker',
  hosting_service: '百度网盘',
  infringing_url: url,
  work_title: '流浪地球2',
  work_category: 'movie',
  ...changes,
});

/** An ACNS 2.0 Infringement about one address. */
export const infringementAt = (url: string, caseId: string, entity: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Infringement xmlns="http://www.acns.net/ACNS">
  <Case><ID>${caseId}</ID><Status>Open</Status></Case>
  <Complainant><Entity>${entity}</Entity><Email>rights@studio.example</Email></Complainant>
  <Service_Provider><Entity>抖音</Entity><Email>abuse@example.com</Email></Service_Provider>
  <Source><TimeStamp>2026-11-11T11:52:34Z</TimeStamp><IP_Address>192.0.2.1</IP_Address><Type>Web</Type></Source>
  <Content><Item><Title>流浪地球2</Title><FileName>1.mp4</FileName><URL>${url}</URL><Type>film</Type></Item></Content>
</Infringement>`;
