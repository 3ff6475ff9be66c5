import type { Request } from '../../../services/foas/operations.ts';

type SamplePackage = Omit<Request<'CreatePackage'>, 'projectName'>;

const OSS = {
  ossEndpoint: 'oss-cn-hangzhou-internal.aliyuncs.com',
  ossBucket: 'retail-blink',
  ossOwner: '100000000000000001',
};

export const SAMPLE_PACKAGES: readonly SamplePackage[] = [
  {
    packageName: 'login-udf-1.0.3.jar',
    originName: 'login-udf.jar',
    type: 'JAR',
    description: '登录日志解析函数',
    md5: '6F5902AC237024BDD0C176CB93063DC4',
    ossPath: 'packages/login-udf-1.0.3.jar',
    ...OSS,
  },
  {
    packageName: 'device-score-1.4.2.jar',
    originName: 'device-score.jar',
    type: 'JAR',
    description: '设备指纹评分作业',
    md5: '9E107D9D372BB6826BD81D3542A419D6',
    ossPath: 'packages/device-score-1.4.2.jar',
    ...OSS,
  },
  {
    packageName: 'text_tools.zip',
    originName: 'text_tools.zip',
    type: 'PYTHON',
    description: '文本处理函数（Python）',
    ossPath: 'packages/text_tools.zip',
    ...OSS,
  },
  {
    packageName: 'city_code.txt',
    originName: 'city_code.txt',
    type: 'DICTIONARY',
    description: '城市编码字典',
    ossPath: 'packages/city_code.txt',
    ...OSS,
  },
];
