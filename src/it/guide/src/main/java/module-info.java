module com.example.guide {
    requires dev.pedigree;
}
