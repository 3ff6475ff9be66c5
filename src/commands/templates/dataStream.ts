/** The settings of a DataStream job: the program itself is in a package. */
export const dataStream = `
-- en: The class with the main method, in one of the packages of the job.
-- zh: 含 main 方法的类，位于作业引用的资源包中。
blink.main.class=com.example.YourJob

-- en: The name the program gives to its job.
-- zh: 程序中的作业名称。
blink.job.name=your_job

-- en: Anything else reaches the program as a parameter.
-- zh: 其余的行作为参数传给程序。
input.topic=your_topic
`;

export const dataStreamProperties = `
# en: Time between two checkpoints, in milliseconds.
# zh: 两次 checkpoint 的间隔，单位毫秒。
blink.checkpoint.interval.ms=180000
`;
