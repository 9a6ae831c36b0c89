package vn.kiemphieu.job;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job, step by step. Every step may be run again at any time: what is in the ledger stays, everything else is worked
 * out anew from it. So a restart begins at the first step even where an earlier run had finished it: scans may have
 * arrived in between.
 */
final class CountingJob {

    /** The name in the job repository; a restart finds the run that died by it. */
    static final String NAME = "count";

    /**
     * How many pages are committed at once. A page takes a tenth of a second, a commit a thousandth: more would only
     * lose more work when the machine is switched off, and make Ctrl-C wait longer.
     */
    private static final int PAGES_A_COMMIT = 4;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final ExecutorService threads;
    private final Count count;
    private final StepInterruptionPolicy stop;

    CountingJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            ExecutorService threads,
            Count count,
            StepInterruptionPolicy stop) {
        this.repository = repository;
        this.transactions = transactions;
        this.threads = threads;
        this.count = count;
        this.stop = stop;
    }

    Job job(int threadCount) {
        return new JobBuilder(NAME, repository)
                .start(step("take-in", count::takeIn))
                .next(read(threadCount))
                .next(step("rule", count::rule))
                .next(step("tally", count::tally))
                .next(step("write-results", count::write))
                .next(step("reconcile", count::reconcile))
                .build();
    }

    private Step read(int threadCount) {
        return new StepBuilder("read", repository)
                .partitioner("read-pages", CountingJob::onePartitionAThread)
                .step(readPages())
                .gridSize(threadCount)
                .taskExecutor(new TaskExecutorAdapter(threads))
                .allowStartIfComplete(true)
                .build();
    }

    /** What each thread does: draw a page, look at it, write down what was seen. */
    private Step readPages() {
        return new StepBuilder("read-pages", repository)
                .<DeckPage, ReadPage>chunk(PAGES_A_COMMIT)
                .reader(count.unread())
                .processor(count::lookAt)
                .writer(chunk -> count.keep(chunk.getItems()))
                .transactionManager(transactions)
                .interruptionPolicy(stop)
                .allowStartIfComplete(true)
                .build();
    }

    /** The partitions hold nothing: every thread draws from the same pile. */
    private static Map<String, ExecutionContext> onePartitionAThread(int threads) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 1; i <= threads; i++) {
            partitions.put("thread-" + i, new ExecutionContext());
        }
        return partitions;
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet((contribution, context) -> {
                    stop.checkInterrupted(contribution.getStepExecution());
                    work.run();
                    return RepeatStatus.FINISHED;
                })
                .allowStartIfComplete(true)
                .build();
    }

    /** What a step does. */
    private interface Work {
        void run() throws Exception;
    }
}
